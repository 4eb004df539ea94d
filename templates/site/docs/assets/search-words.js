/*
 * What a question says: its terms, cut as generators/site/tokens.py cuts the pages, without the words that any
 * question has, and with the proper words of the glossary beside what people say. Plain ES2018.
 */
self.zhibuWords = (function () {
  "use strict";

  var HAN = "[\\u3400-\\u9fff]";
  var WORD = /[\u3400-\u9fff]+|[a-z0-9]+(?:\.[0-9]+)?%?/g;
  var MEASURED = /([0-9]+(?:\.[0-9]+)?|[零一二两三四五六七八九十百千]+)([个天日月年人名票元岁次分星项条级周课会议步份张届期种])/g;
  var TENS = { 十: 10, 百: 100, 千: 1000 };
  /* What a question is wrapped in says nothing about its subject. */
  var NOISE = new RegExp([
    "你好|您好|请问|请教|麻烦|谢谢|求助|求教|各位|老师|同志们|大家|想了解|想知道|想问一下|想问|问一下|问问|告诉|帮我|帮忙",
    "我想|我们|咱们|你们|他们|人家|我要|我的|我",
    "怎么办理|怎么办|怎么样|怎么弄|怎么搞|怎么做|怎么写|怎么填|怎么走|怎么|怎样|如何|咋办|咋|为什么|为何|为啥",
    "是什么意思|什么意思|是什么|什么是|什么叫|叫什么|有什么|干什么|做什么|干啥|是啥|什么|啥|哪里|哪些|哪个|哪儿|在哪|谁来|是谁",
    "多少钱|多少|多久|多长|多大|多高|几[个次天年步人颗毛票种张条分岁]?",
    "是不是|要不要|能不能|会不会|有没有|算不算|该不该|行不行|可不可以|用不用|需不需要|是否|能否|可否|对不对|好不好",
    "可以|需要|应该|应当|该|必须|想要|想|时候|一下|到底|究竟|具体|这个|那个|这些|那些|的话|如果|假如|万一|因为|所以|但是|不过|还是|就是|然后|以及|关于",
    "了(?!解)|[吗呢啊呀吧嘛么的]"
  ].join("|"), "g");
  var LONGEST_NAME = 12;

  /* Small letters, half width. */
  function normal(text) {
    return (text.normalize ? text.normalize("NFKC") : text).toLowerCase();
  }

  function terms(text) {
    var found = [], match;
    text = normal(text);
    WORD.lastIndex = MEASURED.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      var word = match[0];
      if (word[0] < "\u3400" || word.length === 1) found.push(word);
      else for (var at = 0; at < word.length - 1; at++) found.push(word.slice(at, at + 2));
    }
    while ((match = MEASURED.exec(text))) {
      var number = inDigits(match[1]);
      if (number) found.push(number + match[2]);
    }
    return found.filter(isFirst);
  }

  function inDigits(number) {
    if (number[0] < "\u3400") return number;
    var total = 0, last = 0;
    for (var at = 0; at < number.length; at++) {
      var tens = TENS[number[at]];
      if (tens) { total += (last || 1) * tens; last = 0; }
      else if (last) return "";
      else last = number[at] === "两" ? 2 : "零一二三四五六七八九".indexOf(number[at]);
    }
    return String(total + last);
  }

  /* Only what can be compared: no spaces, no punctuation. */
  function bare(text) {
    return normal(text).replace(/[^\u3400-\u9fffa-z0-9.%]/g, "");
  }

  /* One way of putting a question. `weight` says how sure we are that it is what was asked. */
  function reading(text, weight) {
    var core = text.replace(NOISE, " ").trim();
    if (!terms(core).length) core = text;
    var important = terms(core), whole = important.filter(function (term) { return !/^[\u3400-\u9fff]$/.test(term); });
    /* A single character left over says little beside whole words. */
    if (whole.length) important = whole;
    return {
      text: text, core: core, bare: bare(text), bareCore: bare(core), weight: weight, important: important,
      other: terms(text).filter(function (term) { return important.indexOf(term) < 0; })
    };
  }

  /* What to mark in a text: names whole or by their halves (三会一课, 三会, 一课; not 会一), of the rest every pair. */
  function marks(reading, glossary) {
    var found = [], rest = "";
    pieces(reading.core, glossary).forEach(function (piece) {
      if (piece.length < 2 || !own(glossary, piece)) { rest += piece; return; }
      rest += " ";
      found.push(piece);
      for (var at = 0; at < piece.length - 1; at += 2) found.push(piece.substr(at, 2));
    });
    found = found.concat(terms(rest)).filter(isFirst);
    var whole = found.filter(function (term) { return !/^[\u3400-\u9fff]$/.test(term); });
    return whole.length ? whole : found;
  }

  /* The question as it stands, then with the glossary's words for what people say. */
  function readings(question, glossary) {
    var text = normal(question)
      .replace(new RegExp("(" + HAN + ")\\s+(?=" + HAN + ")", "g"), "$1")
      .replace(/\b([a-z])\s+(?=\d)/g, "$1");
    var first = reading(text, 1), proper = inProperWords(first.core, glossary);
    return proper === first.core ? [first] : [first, reading(proper, 0.9)];
  }

  function inProperWords(text, glossary) {
    return pieces(text, glossary).map(function (piece) { return own(glossary, piece) || piece; }).join("");
  }

  /* The longest name at each place counts: 民主生活会 holds 生活会, and means something else. */
  function pieces(text, glossary) {
    var found = [];
    for (var at = 0; at < text.length; at += found[found.length - 1].length) {
      var size = Math.min(LONGEST_NAME, text.length - at);
      while (size > 1 && !own(glossary, text.substr(at, size))) size--;
      found.push(text.substr(at, Math.max(1, size)));
    }
    return found;
  }

  function own(glossary, name) {
    return Object.prototype.hasOwnProperty.call(glossary, name) ? glossary[name] : "";
  }

  function isFirst(item, at, list) {
    return list.indexOf(item) === at;
  }

  return { normal: normal, terms: terms, bare: bare, reading: reading, readings: readings, marks: marks, isFirst: isFirst };
})();
