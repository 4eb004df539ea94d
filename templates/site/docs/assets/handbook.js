/* What every page can do: large letters, high contrast and my sector, remembered; printing with everything unfolded;
   a search box that hears input methods; answers that open when they are linked to.
   Plain ES2018; the pages read without it. */
(function () {
  "use strict";

  const root = document.documentElement;
  const storage = openStorage();
  window.zhibu = { storage: storage, say: say };

  /* ---- how pages look ---- */

  const looks = document.querySelector("[data-looks]");
  all("[data-look]").forEach(function (button) {
    const name = button.dataset.look;
    show(button);
    button.addEventListener("click", function () {
      root.classList.toggle(name);
      show(button);
      const chosen = ["zb-large", "zb-contrast"].filter(function (look) { return root.classList.contains(look); });
      keep("zhibu:looks", chosen.join(" "), true);
      window.dispatchEvent(new Event("resize")); /* the theme measures its columns anew */
    });
    function show(pressed) { pressed.setAttribute("aria-pressed", String(root.classList.contains(name))); }
  });
  if (looks) {
    document.addEventListener("click", function (event) {
      if (!looks.contains(event.target)) looks.open = false;
    });
    looks.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !looks.open) return;
      looks.open = false;
      looks.querySelector("summary").focus();
    });
  }
  if (!storage) {
    all("[data-looks-note]").forEach(function (note) {
      note.textContent = "这台设备的浏览器不让保存，换一页要重新选。";
    });
  }

  /* ---- my sector: what is not for it is folded, and said to be ---- */

  const choices = all("[data-sector-choice]");
  let sector = (storage && storage.getItem("zhibu:sector")) || "";
  if (choices.length && !titleOf(sector)) sector = "";
  choices.forEach(function (choice) {
    choice.addEventListener("change", function () { choose(choice.value); });
  });
  all("[data-sector-choose]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      const id = button.dataset.sectorChoose;
      choose(id === sector ? "" : id);
    });
  });
  applySector();

  function choose(id) {
    sector = id;
    keep("zhibu:sector", id, false);
    applySector();
  }

  function titleOf(id) {
    const option = id && choices.length ? choices[0].querySelector('option[value="' + id + '"]') : null;
    return option ? option.textContent : "";
  }

  function applySector() {
    const title = titleOf(sector);
    choices.forEach(function (choice) { choice.value = sector; });
    all("[data-sectors]").forEach(function (place) {
      itemOf(place).classList.toggle("zb-out", Boolean(sector) && place.dataset.sectors.split(" ").indexOf(sector) < 0);
    });
    all("[data-sector-choose]").forEach(function (button) {
      const id = button.dataset.sectorChoose;
      if (id) button.setAttribute("aria-pressed", String(id === sector));
    });
    all("[data-sector-note]").forEach(function (note) {
      note.hidden = !note.classList.contains("zb-out");
      note.querySelector("[data-sector-name]").textContent = title;
    });
    all("[data-fold-note]").forEach(function (note) { foldCards(note.closest("[data-fold]"), note, title); });
  }

  /* What is folded with it: all of a card. */
  function itemOf(place) { return place.closest(".zb-cards li") || place; }

  function foldCards(fold, note, title) {
    const out = fold.querySelectorAll("li.zb-out").length;
    fold.classList.remove("zb-unfolded");
    Array.prototype.forEach.call(fold.querySelectorAll(".zb-group"), function (group) {
      group.classList.toggle("zb-out", Boolean(group.querySelector("li")) && !group.querySelector("li:not(.zb-out)"));
    });
    note.hidden = !sector;
    note.textContent = out
      ? "正在只看「" + title + "」：有 " + out + " 项不适用，已收起。"
      : sector ? "正在只看「" + title + "」：这里的内容都适用。" : "";
    if (!sector) return;
    if (out) {
      note.appendChild(button("显示收起的", function () {
        fold.classList.add("zb-unfolded");
        this.remove();
      }));
    }
    note.appendChild(button("看全部领域", function () { choose(""); }));
  }

  /* ---- printing ---- */

  all("[data-page-tools]").forEach(function (tools) { tools.hidden = false; });
  all("[data-print]").forEach(function (tool) {
    tool.hidden = false;
    tool.addEventListener("click", function () { window.print(); });
  });
  window.addEventListener("beforeprint", function () {
    all(".md-content details:not([open])").forEach(function (details) {
      details.open = true;
      details.dataset.unfolded = "";
    });
  });
  window.addEventListener("afterprint", function () {
    all("details[data-unfolded]").forEach(function (details) {
      details.open = false;
      delete details.dataset.unfolded;
    });
  });

  /* ---- reading aloud: offered where the browser has a Chinese voice on this very machine; others send the text away ---- */

  const aloud = document.querySelector("[data-aloud]");
  const speech = window.speechSynthesis;
  if (aloud && speech && window.SpeechSynthesisUtterance) {
    offerAloud();
    speech.onvoiceschanged = offerAloud;
    aloud.addEventListener("click", function () {
      if (window.zhibu.readAloud) window.zhibu.readAloud();
      else load(aloud.dataset.aloud, function () { window.zhibu.readAloud(); });
    });
  }

  function offerAloud() {
    const own = speech.getVoices().filter(function (each) { return each.localService && /^(zh|cmn)/i.test(each.lang); });
    const mandarin = own.filter(function (each) { return !/HK|TW|yue/i.test(each.lang); });
    window.zhibu.voice = mandarin[0] || own[0] || null;
    aloud.hidden = !window.zhibu.voice;
  }

  /* ---- answers ---- */

  window.addEventListener("hashchange", openTarget);
  openTarget();

  function openTarget() {
    const target = location.hash.length > 1 && document.getElementById(decoded(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (details && !details.open) {
      details.open = true;
      details.scrollIntoView();
    }
  }

  function decoded(text) {
    try { return decodeURIComponent(text); } catch (malformed) { return text; }
  }

  /* ---- what the theme leaves undone ---- */

  /* It waits for a key to be released; picking a word of an input method by mouse or finger, or pasting, releases none. */
  all("[data-md-component=search-query]").forEach(function (box) {
    box.addEventListener("input", function () { box.dispatchEvent(new Event("keyup")); });
  });

  /* Tables wider than the screen scroll; a keyboard must reach them. It wraps tables after loading. */
  window.addEventListener("load", function () {
    const wide = all(".md-typeset__scrollwrap").filter(function (wrap) { return wrap.scrollWidth > wrap.clientWidth; });
    wide.forEach(function (wrap) { wrap.tabIndex = 0; });
  });

  /* ---- tools ---- */

  function all(selector) {
    return Array.prototype.slice.call(document.querySelectorAll(selector));
  }

  function button(text, action) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "zb-tool";
    made.textContent = text;
    made.addEventListener("click", action);
    return made;
  }

  function load(address, then) {
    const script = document.createElement("script");
    script.src = address;
    script.onload = then;
    document.head.appendChild(script);
  }

  /* An empty value is forgotten, unless it says that the reader has chosen so. */
  function keep(key, value, evenEmpty) {
    if (!storage) return;
    if (value || evenEmpty) storage.setItem(key, value);
    else storage.removeItem(key);
  }

  /* A short message at the foot of the screen, also for screen readers. */
  function say(text) {
    let box = document.querySelector(".zb-say");
    if (!box) {
      box = document.createElement("p");
      box.className = "zb-say";
      box.setAttribute("role", "status");
      document.body.appendChild(box);
    }
    box.textContent = text;
    box.classList.add("zb-say--on");
    clearTimeout(say.timer);
    say.timer = setTimeout(function () { box.classList.remove("zb-say--on"); }, 6000);
  }

  /* Private windows and some browsers opening files from a disk refuse storage by throwing. */
  function openStorage() {
    try {
      const probe = "zhibu:probe";
      window.localStorage.setItem(probe, "1");
      window.localStorage.removeItem(probe);
      return window.localStorage;
    } catch (refused) {
      return null;
    }
  }
})();
