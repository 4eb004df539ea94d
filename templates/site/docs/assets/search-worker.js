/*
 * The search. It answers the theme's search box in place of the theme's own worker:
 * SETUP 0 (its `config.edition` names the index), READY 1, QUERY 2, RESULT 3.
 *
 * The index (generators/site/search.py) comes in scripts that call zhibuIndex, zhibuTerms, zhibuTexts and
 * zhibuPinyin, so that it also loads from a USB stick, where the theme runs this file in a frame.
 * Plain ES2018.
 */
(function () {
  "use strict";

  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var MOST_RESULTS = 12, MOST_PASSAGES = 4, SNIPPET = 72;
  /* What a question is wrapped in says nothing about its subject. */
  var QUESTION = /怎么办理|怎么办|怎么样|怎么做|怎么写|怎么填|怎么|如何|怎样|有什么|是什么|什么|多少钱|多少|多久|多长|几次|几天|几步|几个|哪里|哪些|哪个|是不是|要不要|能不能|可不可以|吗|呢|啊|请问|可以|需要|应该|时候|我想|的/g;

  var catalogue, pinyin, soundOf, edition = "", latest = 0;
  var termShards = {}, textShards = {}, loading = {};
  var root = siteRoot();

  self.zhibuIndex = function (index) { catalogue = index; };
  self.zhibuTerms = function (number, shard) { termShards[number] = shard; };
  self.zhibuTexts = function (number, shard) { textShards[number] = shard; };
  self.zhibuPinyin = function (table) {
    pinyin = table;
    soundOf = {};
    Object.keys(table.syllables).forEach(function (syllable) {
      table.syllables[syllable].split("").forEach(function (character) { soundOf[character] = syllable; });
    });
  };

  self.addEventListener("message", function (event) {
    var message = event.data;
    if (message.type === SETUP) {
      edition = (message.data && message.data.config && message.data.config.edition) || "";
      postMessage({ type: READY });
    } else if (message.type === QUERY) {
      answer(String(message.data || ""));
    }
  });

  /* Only the newest question is answered: parts of the index may arrive in another order. */
  async function answer(question) {
    var turn = ++latest;
    var items = await search(question.replace(/[*+~^:]/g, " ").trim());
    if (turn === latest) postMessage({ type: RESULT, data: { items: items, suggest: [] } });
  }

  async function search(question) {
    if (!question) return [];
    await load("index");
    var query = understand(question);
    var scores = new Float64Array(catalogue.pages.length);
    if (query.letters) {
      await load("pinyin");
      scoreByLetters(query.letters, scores);
    }
    await scoreByTerms(query, scores);
    var found = best(scores);
    await Promise.all(found.map(function (page) { return load("texts-" + catalogue.pages[page][5]); }));
    return found.map(function (page) { return shown(page, scores[page], query); });
  }

  /* ---- the question ---- */

  function understand(question) {
    var text = question.toLowerCase();
    var joined = /[\u3400-\u9fff]/.test(text) ? text.replace(/\s+/g, "") : text;
    var core = joined.replace(QUESTION, " ").trim() || joined;
    var important = unique(terms(core));
    return {
      joined: joined.replace(/[？?！!。，,]/g, ""),
      core: core.replace(/\s+/g, ""),
      letters: /^[a-z][a-z ]*$/.test(text) ? text.replace(/\s+/g, "") : "",
      important: important,
      other: unique(terms(joined)).filter(function (term) { return important.indexOf(term) < 0; })
    };
  }

  function terms(text) {
    var found = [], word, words = /[\u3400-\u9fff]+|[a-z0-9.%]+/g;
    while ((word = words.exec(text))) {
      word = word[0];
      if (word[0] < "\u3400" || word.length === 1) found.push(word);
      else for (var at = 0; at < word.length - 1; at++) found.push(word.slice(at, at + 2));
    }
    return found;
  }

  /* ---- scores ---- */

  async function scoreByTerms(query, scores) {
    var wanted = query.important.concat(query.other);
    await Promise.all(wanted.map(function (term) { return load("terms-" + shardOf(term)); }));
    var sums = new Float64Array(scores.length), hits = new Uint8Array(scores.length), missing = 0;
    query.important.forEach(function (term) { if (!addTerm(term, 1, sums, hits)) missing++; });
    query.other.forEach(function (term) { addTerm(term, 0.35, sums, null); });
    /* A pair of characters that stands nowhere is likely mistyped: look for names that sound alike. */
    if (missing && query.core.length > 1 && !query.letters) {
      await load("pinyin");
      addSoundsAlike(query, sums, hits);
    }
    for (var page = 0; page < scores.length; page++) {
      if (!sums[page]) continue;
      var covered = 0.4 + 0.6 * Math.min(1, hits[page] / Math.max(1, query.important.length));
      scores[page] += sums[page] * covered * nameBonus(catalogue.pages[page], query) * catalogue.pages[page][4];
    }
  }

  function addTerm(term, weight, sums, hits) {
    var shard = termShards[shardOf(term)], row = Object.prototype.hasOwnProperty.call(shard, term) ? shard[term] : null;
    if (!row) return false;
    for (var at = 0, page = 0; at < row.length; at += 2) {
      page += row[at];
      sums[page] += row[at + 1] * weight;
      if (hits) hits[page]++;
    }
    return true;
  }

  function nameBonus(page, query) {
    var title = page[1].toLowerCase(), names = page[3];
    function is(name) { name = name.toLowerCase(); return name === query.joined || name === query.core; }
    function begins(name) { return name.toLowerCase().indexOf(query.core) === 0; }
    if (is(title)) return 3;
    if (names.some(is)) return 2.4;
    if (begins(title)) return 1.6;
    if (title.indexOf(query.core) > 0 || names.some(begins)) return 1.3;
    return 1;
  }

  /* shyk, sanhuiyike: initials or whole syllables of a title or another name. */
  function scoreByLetters(letters, scores) {
    pinyin.names.forEach(function (names, page) {
      var top = 0;
      names.forEach(function (name, nth) {
        var syllables = name.split(" ");
        var initials = syllables.map(function (syllable) { return syllable[0]; }).join("");
        var score = Math.max(matchAt(initials.indexOf(letters), letters, initials), matchWhole(syllables, letters));
        top = Math.max(top, nth ? score * 0.8 : score);
      });
      scores[page] += top * catalogue.pages[page][4];
    });
  }

  function matchAt(at, letters, name) {
    if (at < 0) return 0;
    return (at ? 5 : 10) * (1 + letters.length / name.length);
  }

  function matchWhole(syllables, letters) {
    for (var at = 0; at < syllables.length; at++) {
      var rest = syllables.slice(at).join("");
      if (rest.indexOf(letters) === 0) return matchAt(at, letters, syllables.join(""));
    }
    return 0;
  }

  function addSoundsAlike(query, sums, hits) {
    var sounds = query.core.split("").map(function (c) { return soundOf[c]; }).filter(Boolean), pairs = [];
    for (var at = 0; at < sounds.length - 1; at++) pairs.push(" " + sounds[at] + " " + sounds[at + 1] + " ");
    if (!pairs.length) return;
    pinyin.names.forEach(function (names, page) {
      var top = 0;
      names.forEach(function (name, nth) {
        var spelled = " " + name + " ";
        var heard = pairs.filter(function (pair) { return spelled.indexOf(pair) >= 0; }).length;
        var whole = Math.min(1, heard / (name.split(" ").length - 1 || 1));
        var share = (heard / pairs.length) * (0.7 + 0.3 * whole);
        top = Math.max(top, nth ? share * 0.85 : share);
      });
      if (top > 0.3) {
        sums[page] += top * 60;
        hits[page] = Math.max(hits[page], Math.round(top * query.important.length));
      }
    });
  }

  function best(scores) {
    var found = [];
    for (var page = 0; page < scores.length; page++) if (scores[page] > 0) found.push(page);
    found.sort(function (a, b) { return scores[b] - scores[a] || a - b; });
    return found.slice(0, MOST_RESULTS);
  }

  /* ---- what a result shows: its kind, and where and in which sentence it matches ---- */

  function shown(number, score, query) {
    var page = catalogue.pages[number], marks = query.important.concat(query.other);
    var passages = textShards[page[5]][number].map(function (passage) { return look(passage, query); });
    passages.sort(function (a, b) { return b.score - a.score; });
    var hits = passages.filter(function (p) { return p.score > 0; });
    var location = page[0].split("#")[0], inPage = page[0] !== location;
    var title = marked(page[1], marks) + ' <span class="zb-kind">' + escaped(page[2]) + "</span>";
    var head = { location: location, title: title, text: "", score: score, terms: {} };
    if (inPage) {
      head.title = escaped(page[2]);
      return [head, part(page[0], page[1], (passages[0] || {}).sentence, score, marks)];
    }
    /* Who names the page wants the page; else the best passage stands first, the others are folded. */
    var wanted = nameBonus(page, query) > 2, first = textShards[page[5]][number][0];
    var lead = first ? first[2].split(/[。！？；\n]/)[0] : page[3][0] || "";
    var parts = hits.filter(function (p) { return p.anchor; }).slice(0, MOST_PASSAGES);
    if (wanted || !hits.length || !hits[0].anchor) {
      head.text = teaser(wanted || !hits.length ? lead : hits[0].sentence, marks);
    }
    return [head].concat(parts.map(function (p, nth) {
      var below = nth || head.text ? score / 2 : score;
      return part(location + "#" + encodeURIComponent(p.anchor), p.heading, p.sentence, below, marks);
    }));
  }

  function part(location, heading, sentence, score, marks) {
    return { location: location, title: marked(heading, marks), text: teaser(sentence || "", marks), score: score, terms: {} };
  }

  function look(passage, query) {
    var sentences = passage[2].split(/[。！？；\n]/).filter(function (s) { return s.trim(); });
    var top = { anchor: passage[0], heading: passage[1], sentence: sentences[0] || "", score: 0 };
    var inHeading = count(passage[1], query);
    sentences.concat(sentences.length ? [] : [""]).forEach(function (sentence) {
      var score = count(sentence, query) + 1.5 * inHeading;
      if (score > top.score) { top.sentence = sentence; top.score = score; }
    });
    return top;
  }

  /* How many of the terms a text has; the question whole and unbroken counts for three more. */
  function count(text, query) {
    text = text.toLowerCase();
    var terms = query.important.filter(function (term) { return text.indexOf(term) >= 0; }).length;
    return terms + (query.core.length > 2 && text.indexOf(query.core) >= 0 ? 3 : 0);
  }

  function teaser(sentence, marks) {
    var text = sentence.trim();
    if (!text) return "";
    var at = Math.min.apply(null, marks.map(function (term) {
      var found = text.toLowerCase().indexOf(term);
      return found < 0 ? text.length : found;
    }).concat(text.length));
    var from = at === text.length || at < SNIPPET / 2 ? 0 : at - SNIPPET / 4;
    var cut = (from ? "……" : "") + text.slice(from, from + SNIPPET) + (text.length > from + SNIPPET ? "……" : "");
    return "<p>" + marked(cut, marks) + "</p>";
  }

  function marked(text, wanted) {
    var lower = text.toLowerCase(), hit = [];
    wanted.forEach(function (term) {
      for (var at = lower.indexOf(term); at >= 0; at = lower.indexOf(term, at + 1))
        for (var k = at; k < at + term.length; k++) hit[k] = true;
    });
    return text.split("").map(function (character, at) {
      return (hit[at] && !hit[at - 1] ? "<mark>" : "") + escaped(character) + (hit[at] && !hit[at + 1] ? "</mark>" : "");
    }).join("");
  }

  function escaped(text) {
    return text.replace(/[&<>"']/g, function (c) { return "&#" + c.charCodeAt(0) + ";"; });
  }

  /* ---- loading ---- */

  function load(name) {
    var address = root + "search/" + name + ".js" + (edition ? "?v=" + edition : "");
    return loading[name] || (loading[name] = Promise.resolve(importScripts(address)));
  }

  function shardOf(term) {
    var value = 2166136261;
    for (var at = 0; at < term.length; at++) value = Math.imul(value ^ term.charCodeAt(at), 16777619) >>> 0;
    return value % catalogue.shards;
  }

  function siteRoot() {
    var script = typeof document === "undefined" ? null : document.querySelector("script[src]");
    return (script ? script.src : self.location.href).replace(/[?#].*$/, "").replace(/assets\/[^/]*$/, "");
  }

  function unique(list) {
    return list.filter(function (item, at) { return list.indexOf(item) === at; });
  }
})();
