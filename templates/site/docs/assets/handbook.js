/* Check-lists that remember their ticks, a search box that hears input methods, printing with everything unfolded.
   Plain ES2018; the pages read without it. */
(function () {
  "use strict";

  var storage = openStorage();

  document.querySelectorAll("[data-checks]").forEach(function (list) {
    var boxes = Array.prototype.slice.call(list.querySelectorAll("[data-check]"));
    boxes.forEach(function (box) {
      var key = "zhibu:" + list.dataset.checks + ":" + box.dataset.check;
      box.checked = Boolean(storage && storage.getItem(key));
      box.addEventListener("change", function () {
        if (!storage) return;
        if (box.checked) storage.setItem(key, "1");
        else storage.removeItem(key);
      });
    });
    list.appendChild(clearButton(boxes));
  });

  if (!storage) {
    document.querySelectorAll("[data-checks-note]").forEach(function (note) {
      note.textContent = "办一步勾一步。这台设备的浏览器不让保存，勾选在关掉页面后不会留下；可以打印出来用笔勾。";
    });
  }

  /* The theme waits for a key to be released; picking a word of an input method by mouse or finger, or pasting, releases none. */
  document.querySelectorAll("[data-md-component=search-query]").forEach(function (box) {
    box.addEventListener("input", function () { box.dispatchEvent(new Event("keyup")); });
  });

  /* Tables wider than the screen scroll; a keyboard must reach them. The theme wraps tables after loading. */
  window.addEventListener("load", function () {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (wrap) {
      if (wrap.scrollWidth > wrap.clientWidth) wrap.tabIndex = 0;
    });
  });

  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (details) {
      details.open = true;
      details.dataset.unfolded = "";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-unfolded]").forEach(function (details) {
      details.open = false;
      delete details.dataset.unfolded;
    });
  });

  function clearButton(boxes) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "zb-clear";
    button.textContent = "全部清空";
    button.addEventListener("click", function () {
      boxes.forEach(function (box) {
        if (box.checked) {
          box.checked = false;
          box.dispatchEvent(new Event("change"));
        }
      });
    });
    return button;
  }

  /* Private windows and some browsers opening files from a disk refuse storage by throwing. */
  function openStorage() {
    try {
      var probe = "zhibu:probe";
      window.localStorage.setItem(probe, "1");
      window.localStorage.removeItem(probe);
      return window.localStorage;
    } catch (refused) {
      return null;
    }
  }
})();
