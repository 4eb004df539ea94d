/*
 * How a result is shown: the page with what it is, then the parts of it that match, with the sentence and the words
 * marked. The theme draws it. Plain ES2018.
 */
self.zhibuShow = (function () {
  "use strict";

  var MOST_PASSAGES = 3, SNIPPET = 72;

  /* How well each passage answers: [{anchor, heading, section, sentence, score}], best first; score 1 is all of it. */
  function passages(texts, weights) {
    var section = "", total = 0;
    Object.keys(weights).forEach(function (term) { total += weights[term]; });
    return texts.map(function (passage) {
      if (passage[3]) section = passage[1];
      var found = { anchor: passage[0], heading: passage[1], section: passage[3] ? "" : section, sentence: "", score: 0 };
      var top = -1, heading = held(passage[1], weights);
      sentences(passage[2]).forEach(function (sentence) {
        var score = sum(held(sentence, weights), weights);
        if (score > top) { top = score; found.sentence = sentence; }
      });
      /* A question is answered from the beginning; elsewhere the sentence with the words says most. */
      found.asked = sum(heading, weights) > 0.5 * total && passage[0].indexOf("faq") === 0;
      if (found.asked) found.sentence = sentences(passage[2])[0] || "";
      var all = held(passage[1] + "\n" + passage[2], weights);
      found.score = total ? (0.5 * sum(all, weights) + 0.3 * Math.max(0, top) + 0.4 * sum(heading, weights)) / total : 0;
      return found;
    }).sort(function (a, b) { return b.score - a.score; });
  }

  function held(text, weights) {
    text = self.zhibuWords.normal(text);
    return Object.keys(weights).filter(function (term) { return text.indexOf(term) >= 0; });
  }

  function sum(terms, weights) {
    return terms.reduce(function (total, term) { return total + weights[term]; }, 0);
  }

  function sentences(text) {
    return text.split(/[。！？；\n]/).map(function (s) { return s.trim(); }).filter(Boolean);
  }

  /* The theme's items of one page: itself first, then its parts. */
  function items(result) {
    var card = result.card, location = card[0].split("#")[0], inPage = card[0] !== location;
    var parts = result.passages.filter(function (p) { return p.anchor && p.score > 0.25; }).slice(0, MOST_PASSAGES);
    var head = item(location, marked(card[1], result.marks) + kind(card[2]), result.score);
    head.text = note(result.note);
    if (inPage) {
      head.title = escaped(card[2]);
      return [head, part(card[0], card[1], (result.passages[0] || {}).sentence, result.score, result.marks)];
    }
    var lead = sentences((result.texts[0] || ["", "", ""])[2])[0] || card[3][0] || "";
    var first = result.passages[0];
    /* Who names the page wants the page: its first sentence; else the best part stands open below it. */
    if (result.named || !parts.length || (first && !first.anchor))
      head.text += teaser(result.named || !first || first.score <= 0 ? lead : first.sentence || lead, result.marks);
    return [head].concat(parts.map(function (p, nth) {
      var open = !nth && (!result.named || p.asked);
      var below = open ? result.score : result.score / 4;
      var made = part(location + "#" + encodeURIComponent(p.anchor), p.heading, p.sentence, below, result.marks);
      if (p.section) made.title = '<span class="zb-part">' + escaped(p.section) + " › </span>" + made.title;
      return made;
    }));
  }

  function part(location, heading, sentence, score, marks) {
    var made = item(location, marked(heading, marks), score);
    made.text = teaser(sentence || "", marks);
    return made;
  }

  function item(location, title, score) {
    return { location: location, title: title, text: "", score: score, terms: {} };
  }

  function kind(word) {
    return ' <span class="zb-kind">' + escaped(word) + "</span>";
  }

  function note(text) {
    return text ? '<p class="zb-near">' + text + "</p>" : "";
  }

  function teaser(sentence, marks) {
    var text = sentence.trim();
    if (!text) return "";
    var lower = text.toLowerCase();
    var at = marks.reduce(function (first, term) {
      var found = lower.indexOf(term);
      return found < 0 ? first : Math.min(first, found);
    }, text.length);
    var from = at === text.length || at < SNIPPET / 2 ? 0 : at - SNIPPET / 4;
    var cut = (from ? "……" : "") + text.slice(from, from + SNIPPET) + (text.length > from + SNIPPET ? "……" : "");
    return "<p>" + marked(cut, marks) + "</p>";
  }

  function marked(text, marks) {
    var lower = text.toLowerCase(), hit = [];
    marks.forEach(function (term) {
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

  return { passages: passages, items: items, escaped: escaped };
})();
