/*
 * What a mistyped question may have meant; loaded only when one has a pair of characters that stands nowhere, or
 * nothing but letters. The keys of its lexicon are explained in generators/site/lexicon.py. Plain ES2018.
 */
self.zhibuNearness = (function () {
  "use strict";

  var KNOWN = 3, SEEN = 1, LIKE = 0.9, UNLIKE = 3.2;
  /* So much of what comes out must be known, else it is as good left as it was. */
  var SENSE = 0.6;
  var MOST_CHOICES = 12, MOST_NAMES = 3, LONGEST = 16;
  var soundOf = {}, isSyllable = {};

  /* Take in a table: syllable → characters. */
  function learn(table) {
    Object.keys(table).forEach(function (syllable) {
      isSyllable[syllable] = true;
      table[syllable].split("").forEach(function (character) { soundOf[character] = heard(syllable); });
    });
  }

  /* As many ears hear it: zh as z, n as l, ing as in. */
  function heard(syllable) {
    return syllable.replace(/^([zcs])h/, "$1").replace(/^n(?=[aeiouv])/, "l").replace(/ng$/, "n");
  }

  function isUnknown(text) {
    return /[\u3400-\u9fff]/.test(text.replace(/[^\u3400-\u9fff]/g, "").split("").filter(function (c) { return !soundOf[c]; }).join(""));
  }

  /* ---- characters ---- */

  /* The text with the characters it most likely means, or the same text. `look` gives the answers of a key, `known`
     says of a pair: 2 in a name, 1 in a text, 0 nowhere. */
  async function corrected(text, look, known) {
    var runs = text.match(/[\u3400-\u9fff]+|[^\u3400-\u9fff]+/g) || [];
    var mended = await Promise.all(runs.map(function (run) {
      return /^[\u3400-\u9fff]{2,}$/.test(run) && run.length <= LONGEST ? mend(run, look, known) : run;
    }));
    return mended.join("");
  }

  async function mend(run, look, known) {
    var choices = run.split("").map(function (character) { var own = {}; own[character] = 0; return own; });
    var pairs = {};
    for (var at = 0; at < run.length - 1; at++) pairs[run.substr(at, 2)] = [0, SEEN, KNOWN][known(run.substr(at, 2))];
    await Promise.all(keysOf(run, pairs).map(async function (key) {
      var answers = await look(key.key);
      for (var nth = 0; nth < answers.length; nth += key.width) {
        var put = answers.substr(nth, key.width), whole = key.before + put + key.after;
        for (var k = 0; k < key.width; k++) choose(choices[key.at + k], put[k], run[key.at + k]);
        for (var p = 0; p < whole.length - 1; p++) pairs[whole.substr(p, 2)] = KNOWN;
      }
    }));
    return best(run, choices, pairs);
  }

  /* Where a pair stands nowhere, or in no name and beside such a one, ask for what sounds like it, and for what stands between its neighbours. */
  function keysOf(run, pairs) {
    var keys = [], odd = {};
    for (var at = 0; at < run.length - 1; at++) {
      var pair = run.substr(at, 2);
      var nowhere = [at - 1, at, at + 1].some(function (near) { return pairs[run.substr(near, 2)] === 0; });
      if (pairs[pair] === KNOWN || !nowhere) continue;
      odd[at] = odd[at + 1] = true;
      if (soundOf[pair[0]] && soundOf[pair[1]])
        keys.push({ key: "~" + soundOf[pair[0]] + " " + soundOf[pair[1]], at: at, width: 2, before: "", after: "" });
    }
    Object.keys(odd).map(Number).forEach(function (at) {
      var b = run[at - 1] || "", bb = run[at - 2] || "", a = run[at + 1] || "", aa = run[at + 2] || "";
      if (b && a) keys.push({ key: b + "_" + a, at: at, width: 1, before: b, after: a });
      if (bb && pairs[bb + b] === KNOWN) keys.push({ key: bb + b + "_", at: at, width: 1, before: bb + b, after: "" });
      if (aa && pairs[a + aa] === KNOWN) keys.push({ key: "_" + a + aa, at: at, width: 1, before: "", after: a + aa });
    });
    return keys;
  }

  function choose(choices, character, typed) {
    if (character in choices || Object.keys(choices).length >= MOST_CHOICES) return;
    choices[character] = soundOf[character] && soundOf[character] === soundOf[typed] ? LIKE : UNLIKE;
  }

  /* The way through the choices whose pairs are best known, less what each change costs. */
  function best(run, choices, pairs) {
    var ways = Object.keys(choices[0]).map(function (c) { return { text: c, score: -choices[0][c] }; });
    for (var at = 1; at < run.length; at++) {
      ways = Object.keys(choices[at]).map(function (character) {
        var top = null;
        ways.forEach(function (way) {
          var score = way.score + (pairs[way.text[at - 1] + character] || 0) - choices[at][character];
          if (!top || score > top.score) top = { text: way.text + character, score: score };
        });
        return top;
      });
    }
    var mended = ways.reduce(function (a, b) { return b.score > a.score ? b : a; }).text, sense = 0;
    for (var k = 0; k < mended.length - 1; k++) if (pairs[mended.substr(k, 2)]) sense++;
    return sense >= SENSE * (mended.length - 1) ? mended : run;
  }

  /* ---- letters ---- */

  /* The names that letters may stand for: initials, or whole syllables, also the first of a name. */
  async function spelledOut(letters, look) {
    var names = (await look("^" + letters)).split(" ").filter(Boolean).slice(0, MOST_NAMES);
    var texts = await Promise.all(cuts(letters).map(function (cut) { return fromSounds(cut, look); }));
    return texts.filter(Boolean).concat(names).filter(self.zhibuWords.isFirst);
  }

  /* All ways to cut letters into syllables; letters of an unfinished last one are left out. */
  function cuts(letters) {
    var found = [];
    (function cut(rest, syllables) {
      if (found.length >= MOST_NAMES) return;
      if (!rest || (syllables.length > 1 && rest.length < 3)) found.push({ syllables: syllables, rest: rest });
      for (var size = Math.min(6, rest.length); size > 0; size--)
        if (isSyllable[rest.slice(0, size)] && (size > 1 || /[aeo]/.test(rest[0]))) cut(rest.slice(size), syllables.concat(rest.slice(0, size)));
    })(letters, []);
    var shortest = Math.min.apply(null, found.map(function (cut) { return cut.rest.length; }));
    return found.filter(function (cut) { return cut.rest.length === shortest; })
      .map(function (cut) { return cut.syllables.map(heard); }).filter(function (sounds) { return sounds.length > 1; });
  }

  /* The characters most names have for these sounds, as far as they fit together. */
  async function fromSounds(sounds, look) {
    var answers = await Promise.all(sounds.slice(1).map(function (sound, at) { return look("~" + sounds[at] + " " + sound); }));
    var ways = [{ text: "", score: 0 }];
    answers.forEach(function (pairs) {
      var next = [];
      for (var nth = 0; nth < pairs.length; nth += 2) {
        var pair = pairs.substr(nth, 2);
        ways.forEach(function (way) {
          var fits = way.text.slice(-1) === pair[0];
          next.push({ text: fits ? way.text + pair[1] : way.text + (way.text ? " " : "") + pair, score: way.score + (fits ? 3 : 1) - nth * 0.1 });
        });
      }
      if (next.length) ways = next.sort(function (a, b) { return b.score - a.score; }).slice(0, MOST_CHOICES);
    });
    return ways[0].text;
  }

  return { learn: learn, isUnknown: isUnknown, corrected: corrected, spelledOut: spelledOut };
})();
