/*
 * The search. It answers the theme's search box in place of the theme's own worker:
 * SETUP 0 (its `config.edition` names the index), READY 1, QUERY 2, RESULT 3.
 *
 * The index (generators/site/search.py) comes in small scripts that call zhibuIndex, zhibuTerms and so on, so that
 * it also loads from a USB stick, where the theme runs this file in a frame. Plain ES2018.
 */
(function () {
  "use strict";

  var SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
  var CANDIDATES = 60, MOST_RESULTS = 10;
  /* How much more a page counts that is called exactly what was asked, by its title or another name. */
  var SAME_TITLE = 4, SAME_NAME = 3, SAME_PART = 1.8, LIKE_NAME = 1.7, LIKE_HEADING = 1.2, CUE = 1.25, UNNAMED = 0.25, WEAK = 0.4;
  var LONGEST_MENDED = 11;
  /* A small site's cards are all needed soon; they come along with the terms. */
  var FEW_CARDS = 12;
  var NOT_SURE = "没有完全对得上的，您是不是要找：";

  var manifest, glossary = {}, edition = "", latest = 0, loading = {}, termsOf = {}, bareOf = {};
  var shards = { terms: {}, names: {}, near: {}, cards: {}, texts: {} };
  var root = siteRoot();

  self.zhibuIndex = function (index) {
    manifest = index;
    Object.keys(index.synonyms).forEach(function (title) {
      glossary[title] = title;
      index.synonyms[title].split(" ").filter(Boolean).forEach(function (name) { glossary[name] = title; });
    });
  };
  self.zhibuTerms = function (number, names, others) { shards.names[number] = names; shards.terms[number] = others; };
  self.zhibuNear = function (number, shard) { shards.near[number] = shard; };
  self.zhibuCards = function (number, shard) { shards.cards[number] = shard; };
  self.zhibuTexts = function (number, shard) { shards.texts[number] = shard; };
  self.zhibuPinyin = function (table) { self.zhibuNearness.learn(table); };

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
    var turn = ++latest, items = [];
    try {
      items = await search(question.slice(0, 200).replace(/[*+~^:]/g, " ").trim());
    } finally {
      if (turn === latest) postMessage({ type: RESULT, data: { items: items, suggest: [] } });
    }
  }

  async function search(question) {
    if (!question) return [];
    await Promise.all([part("index"), script("assets/search-words.js"), script("assets/search-show.js")]);
    if (!manifest.pages) return [];
    var readings = self.zhibuWords.readings(question, glossary);
    var few = manifest.cards.length <= FEW_CARDS ? manifest.cards : [];
    await Promise.all([loadTerms(termsOfAll(readings))].concat(few.map(function (_, block) { return part("cards-" + block); })));
    var meant = await otherReadings(readings[0]);
    var found = await ranked(readings.concat(meant));
    if (!found.length) found = await byCharacters(readings[0]);
    return found.map(self.zhibuShow.items);
  }

  /* ---- what was meant ---- */

  /* Readings of a question that is mistyped, or typed in letters. */
  async function otherReadings(first) {
    var letters = /^[a-z][a-z' ]*$/.test(first.text) ? first.text.replace(/[' ]/g, "") : "";
    var odd = first.important.some(function (term) { return /^[\u3400-\u9fff]{2}$/.test(term) && !row(term); });
    var brief = first.bareCore.length <= LONGEST_MENDED;
    if (!(letters.length > 1) && !(odd && brief)) return [];
    await script("assets/search-near.js");
    await part("pinyin");
    var near = self.zhibuNearness, texts;
    if (letters) {
      texts = await near.spelledOut(letters, look);
    } else {
      if (near.isUnknown(first.core)) await part("rare");
      texts = [await near.corrected(first.core, look, known)];
    }
    return flat(texts.filter(function (text) { return text !== first.core; }).map(function (text, nth) {
      return self.zhibuWords.readings(text, glossary).map(function (reading) {
        reading.weight *= 0.95 - 0.1 * nth;
        reading.instead = text;
        return reading;
      });
    }));
  }

  async function look(key) {
    var number = shardOf(key, manifest.near);
    await part("near-" + number);
    return own(shards.near[number], key) || "";
  }

  function known(pair) {
    var number = shardOf(pair, manifest.terms);
    return own(shards.names[number], pair) ? 2 : own(shards.terms[number], pair) ? 1 : 0;
  }

  /* ---- ranks ---- */

  async function ranked(readings) {
    await loadTerms(termsOfAll(readings));
    var scores = new Float64Array(manifest.pages), by = new Uint8Array(manifest.pages);
    readings.forEach(function (reading, nth) {
      scoresOf(reading).forEach(function (score, page) {
        if (score * reading.weight > scores[page]) { scores[page] = score * reading.weight; by[page] = nth; }
      });
    });
    var pages = best(scores, CANDIDATES);
    await Promise.all(pages.map(loadCard));
    pages.forEach(function (page) { scores[page] *= nameBonus(card(page), readings) * cueBonus(card(page), readings[0]); });
    pages = pages.sort(function (a, b) { return scores[b] - scores[a] || a - b; }).slice(0, MOST_RESULTS);
    await Promise.all(pages.map(function (page) { return part("texts-" + card(page)[4]); }));
    var marks = flat(readings.map(function (reading) { return self.zhibuWords.marks(reading, glossary); }));
    var found = pages.map(function (page) { return result(page, scores[page], marks, readings[by[page]]); });
    found.sort(function (a, b) { return b.score - a.score; });
    if (found.length) annotate(found[0], readings[by[found[0].page]]);
    return found;
  }

  function scoresOf(reading) {
    weigh(reading);
    var sums = new Float64Array(manifest.pages), covered = new Float64Array(manifest.pages), all = 0;
    reading.important.forEach(function (term) { all += add(term, reading.sureness[term], sums, covered); });
    reading.other.forEach(function (term) { add(term, 0.15, sums, null); });
    return sums.map(function (sum, page) { return sum * (0.3 + 0.7 * (all ? covered[page] / all : 1)); });
  }

  function add(term, weight, sums, covered) {
    var found = row(term);
    if (!found) return 0;
    var rarity = rarityOf(found);
    for (var at = 1, page = 0; at < found.length; at += 2) {
      page += found[at];
      sums[page] += found[at + 1] * weight;
      if (covered) covered[page] += rarity * weight;
    }
    return rarity * weight;
  }

  /* A pair that is in no name is often the seam of two words: rare, and without meaning. It counts less, and never
     more than the rarest name. */
  function weigh(reading) {
    var terms = reading.important.concat(reading.other), most = 0;
    reading.sureness = {};
    /* Rarity by term, less for what any question has; and their sum. */
    reading.weights = {};
    reading.all = 0;
    terms.forEach(function (term) { if (isNamed(term)) most = Math.max(most, rarityOf(row(term))); });
    terms.forEach(function (term) {
      var rarity = row(term) ? rarityOf(row(term)) : 1.5;
      reading.sureness[term] = isNamed(term) ? 1 : UNNAMED * Math.min(1, (most || rarity) / rarity);
      reading.weights[term] = rarity * reading.sureness[term] * (reading.important.indexOf(term) < 0 ? 0.3 : 1);
      reading.all += reading.weights[term];
    });
  }

  function isNamed(term) {
    return own(shards.names[shardOf(term, manifest.terms)], term) !== null;
  }

  function rarityOf(found) {
    return Math.log(1 + (manifest.pages - found[0] + 0.5) / (found[0] + 0.5));
  }

  function nameBonus(card, readings) {
    var most = card[0].indexOf("#") < 0 ? SAME_TITLE : SAME_PART;
    return Math.min(most, readings.reduce(function (top, reading) {
      return [card[1]].concat(card[3]).reduce(function (best, name, nth) {
        var bare = bareOf[name] || (bareOf[name] = self.zhibuWords.bare(name));
        if (bare === reading.bare || bare === reading.bareCore) return Math.max(best, (nth ? SAME_NAME : SAME_TITLE) * reading.weight);
        return Math.max(best, 1 + LIKE_NAME * likeness(name, reading) * (nth ? 0.85 : 1) * reading.weight);
      }, top);
    }, 1));
  }

  /* How much of the question a name has, times how much of the name the question has. */
  function likeness(name, reading) {
    var terms = termsOf[name] || (termsOf[name] = self.zhibuWords.terms(name)), shared = 0, held = 0;
    terms.forEach(function (term) {
      if (Object.prototype.hasOwnProperty.call(reading.weights, term)) { held += reading.weights[term]; shared++; }
    });
    return shared && reading.all ? (held / reading.all) * (shared / terms.length) : 0;
  }

  /* Words that ask for a kind of page: 记录 for a form, 职责 for a post. */
  function cueBonus(card, reading) {
    var text = reading.text.replace(/(.)不\1/g, "");
    return (manifest.cues[card[2]] || []).some(function (cue) { return text.indexOf(cue) >= 0; }) ? CUE : 1;
  }

  function best(scores, most) {
    var found = [];
    for (var page = 0; page < scores.length; page++) if (scores[page] > 0) found.push(page);
    return found.sort(function (a, b) { return scores[b] - scores[a] || a - b; }).slice(0, most);
  }

  /* ---- results ---- */

  function result(page, score, marks, reading) {
    var texts = shards.texts[card(page)[4]][page], weights = {};
    reading.important.forEach(function (term) { weights[term] = reading.weights[term]; });
    var passages = self.zhibuShow.passages(texts, weights), top = passages.length ? passages[0].score : 0;
    var named = nameBonus(card(page), [reading]);
    return {
      page: page, card: card(page), texts: texts, passages: passages, marks: marks, note: "",
      named: named >= SAME_NAME * 0.8,
      cover: top, score: score * (0.75 + 0.5 * Math.min(1, top)) * Math.max(1, (1 + LIKE_HEADING * headed(texts, reading)) / named)
    };
  }

  /* How much the passage whose heading is most like the question is like it: mostly a frequent question. */
  function headed(texts, reading) {
    return texts.reduce(function (top, passage) {
      return Math.max(top, passage[1] ? likeness(passage[1], reading) : 0);
    }, 0);
  }

  function annotate(first, reading) {
    if (reading.instead) first.note = "按「<b>" + self.zhibuShow.escaped(reading.instead.replace(/ /g, "")) + "</b>」找到的";
    else if (!first.named && first.cover < WEAK) first.note = NOT_SURE;
  }

  /* Nothing has any pair of the question: pages whose title has most of its characters. */
  async function byCharacters(reading) {
    var characters = (reading.bareCore.match(/[\u3400-\u9fff]/g) || []).filter(self.zhibuWords.isFirst);
    var least = Math.max(2, 0.6 * characters.length), held = new Float64Array(manifest.pages);
    await loadTerms(characters);
    characters.forEach(function (character) {
      var has = new Float64Array(manifest.pages);
      add(character, 1, has, null);
      has.forEach(function (impact, page) { if (impact) held[page]++; });
    });
    var pages = best(held.map(function (count) { return count < least ? 0 : count; }), 5);
    await Promise.all(pages.map(loadCard));
    await Promise.all(pages.map(function (page) { return part("texts-" + card(page)[4]); }));
    var found = pages.map(function (page) { return result(page, held[page], characters, reading); });
    if (found.length) found[0].note = NOT_SURE;
    return found;
  }

  /* ---- loading ---- */

  function row(term) {
    var number = shardOf(term, manifest.terms);
    return own(shards.names[number], term) || own(shards.terms[number], term);
  }

  function own(shard, key) {
    return Object.prototype.hasOwnProperty.call(shard, key) ? shard[key] : null;
  }

  function card(page) {
    var block = blockOf(page);
    return shards.cards[block][page - manifest.cards[block]];
  }

  function blockOf(page) {
    var block = manifest.cards.length - 1;
    while (manifest.cards[block] > page) block--;
    return block;
  }

  function loadCard(page) {
    return part("cards-" + blockOf(page));
  }

  function termsOfAll(readings) {
    return flat(readings.map(function (reading) { return reading.important.concat(reading.other); }));
  }

  function loadTerms(terms) {
    return Promise.all(terms.map(function (term) { return part("terms-" + shardOf(term, manifest.terms)); }));
  }

  function shardOf(term, count) {
    var value = 2166136261;
    for (var at = 0; at < term.length; at++) value = Math.imul(value ^ term.charCodeAt(at), 16777619) >>> 0;
    return value % count;
  }

  /* A part of the index is one call with JSON in it: fetched, parts come side by side; from a USB stick, as scripts. */
  function part(name) {
    return once("search/" + name + ".js", function (address) {
      if (typeof document !== "undefined" || !self.fetch) return importScripts(address);
      return self.fetch(address).then(function (response) {
        if (!response.ok) throw new Error(response.status);
        return response.text();
      }).then(function (text) {
        var at = text.indexOf("(");
        self[text.slice(0, at)].apply(null, JSON.parse("[" + text.slice(at + 1, text.lastIndexOf(")")) + "]"));
      }).catch(function () { return importScripts(address); });
    });
  }

  function script(path) {
    return once(path, function (address) { return importScripts(address); });
  }

  function once(path, load) {
    var address = root + path + (edition ? "?v=" + edition : "");
    return loading[path] || (loading[path] = Promise.resolve(load(address)).catch(function (failed) {
      delete loading[path];
      throw failed;
    }));
  }

  function siteRoot() {
    var own = typeof document === "undefined" ? null : document.querySelector("script[src]");
    return (own ? own.src : self.location.href).replace(/[?#].*$/, "").replace(/assets\/[^/]*$/, "");
  }

  function flat(lists) {
    return [].concat.apply([], lists).filter(function (item, at, list) { return list.indexOf(item) === at; });
  }
})();
