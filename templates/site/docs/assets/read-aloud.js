/* Reading a page aloud: the title, the summary and the steps, or else the paragraphs. handbook.js loads it when it is
   wanted and has found a voice. Plain ES2018. */
(function () {
  "use strict";

  const speech = window.speechSynthesis;
  const button = document.querySelector("[data-aloud]");
  const label = button.querySelector("[data-aloud-label]");
  const article = document.querySelector(".md-content__inner");
  const LONGEST = 90; /* characters; some voices fall silent in the middle of longer pieces */
  let queue = [], reading = false, marked = null;

  window.zhibu.readAloud = function () {
    if (reading) stop();
    else start();
  };
  window.addEventListener("pagehide", stop);

  function start() {
    queue = sentences();
    reading = true;
    show();
    next();
  }

  function stop() {
    if (!reading) return;
    reading = false;
    queue = [];
    speech.cancel();
    mark(null);
    show();
  }

  function show() {
    button.setAttribute("aria-pressed", String(reading));
    label.textContent = reading ? "停止朗读" : "朗读";
  }

  function next() {
    const piece = queue.shift();
    if (!reading || !piece) {
      stop();
      return;
    }
    mark(piece.element);
    const said = new SpeechSynthesisUtterance(piece.text);
    said.voice = window.zhibu.voice;
    said.lang = window.zhibu.voice.lang;
    said.rate = 0.95;
    said.onend = next;
    said.onerror = stop;
    speech.speak(said);
  }

  function mark(element) {
    if (marked === element) return;
    if (marked) marked.classList.remove("zb-aloud");
    marked = element;
    if (!element) return;
    element.classList.add("zb-aloud");
    const box = element.getBoundingClientRect();
    if (box.top < 100 || box.bottom > window.innerHeight) element.scrollIntoView({ block: "center" });
  }

  function sentences() {
    const pieces = [];
    elements().forEach(function (element) {
      split(textOf(element)).forEach(function (text) { pieces.push({ element: element, text: text }); });
    });
    return pieces;
  }

  function elements() {
    const steps = article.querySelectorAll(".zb-steps h4, .zb-steps > p, .zb-steps > ul > li");
    const chosen = steps.length
      ? "h1, .zb-lead, #steps, [id^=stage-], .zb-steps h4, .zb-steps > p, .zb-steps > ul > li"
      : "h1, h2, h3, p, li, summary";
    return Array.prototype.filter.call(article.querySelectorAll(chosen), function (element) {
      return element.offsetParent && !element.closest("[data-nosearch], .zb-facts, .zb-checks, .zb-reviewed, .zb-cards, nav");
    });
  }

  /* What a listener needs: no marks of verification, no citations, no buttons. */
  function textOf(element) {
    const copy = element.cloneNode(true);
    Array.prototype.forEach.call(
      copy.querySelectorAll(".zb-mark, .zb-basis, .zb-download, .zb-done, .zb-note, [data-nosearch], svg, ul, ol"),
      function (silent) { silent.remove(); }
    );
    const number = element.dataset && element.dataset.number;
    const head = !number || !element.classList.contains("zb-step") ? "" : number === "?" ? "判断：" : "第" + number + "步，";
    return head + copy.textContent.replace(/→/g, "，转到").replace(/\s+/g, " ").trim();
  }

  /* Sentences; long ones in pieces that end at a pause. */
  function split(text) {
    const made = [];
    (text.match(/[^。；！？]+[。；！？]?/g) || []).forEach(function (sentence) {
      let rest = sentence.trim();
      while (rest.length > LONGEST) {
        const pause = rest.lastIndexOf("，", LONGEST);
        const end = pause > 0 ? pause + 1 : LONGEST;
        made.push(rest.slice(0, end));
        rest = rest.slice(end);
      }
      if (rest) made.push(rest);
    });
    return made;
  }
})();
