/* Where the reader is in a procedure: steps that can be ticked, a check-list that shares the ticks, and a line under
   the header that names the step in view and the next one. Plain ES2018; needs handbook.js. */
(function () {
  "use strict";

  const storage = window.zhibu.storage;
  const list = document.querySelector("[data-checks]");
  const steps = slice(document.querySelectorAll(".zb-step"));
  if (!list || !steps.length) return;

  const boxes = slice(list.querySelectorAll("[data-check]"));
  const todo = steps.filter(function (step) { return step.dataset.number !== "?"; });
  const ticks = {};
  let told = false;

  boxes.forEach(function (box) {
    box.checked = Boolean(storage && storage.getItem(keyOf(box)));
    box.addEventListener("change", function () { remember(box); });
  });
  todo.forEach(addTick);
  list.appendChild(clearButton());
  noteStorage();
  const resume = addResume();
  const where = addWhere();
  showTicks();

  /* ---- ticks ---- */

  function keyOf(box) { return "zhibu:" + list.dataset.checks + ":" + box.dataset.check; }

  function boxOf(step) { return list.querySelector('[data-check="' + step.id.slice("step-".length) + '"]'); }

  function remember(box) {
    if (storage && box.checked) storage.setItem(keyOf(box), "1");
    else if (storage) storage.removeItem(keyOf(box));
    else if (!told) {
      told = true;
      window.zhibu.say("这台设备的浏览器不让保存，勾选在关掉页面后不会留下；可以打印出来用笔勾。");
    }
    showTicks();
  }

  function addTick(step) {
    const box = boxOf(step);
    const who = step.nextElementSibling;
    if (!box || !who) return;
    const label = document.createElement("label");
    label.className = "zb-done";
    label.innerHTML = '<input type="checkbox"><span>办好了</span>';
    const tick = label.firstChild;
    tick.setAttribute("aria-label", "第" + step.dataset.number + "步办好了");
    tick.addEventListener("change", function () {
      box.checked = tick.checked;
      remember(box);
    });
    who.appendChild(label);
    ticks[step.id] = tick;
  }

  function clearButton() {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "zb-tool zb-clear";
    button.textContent = "全部清空";
    button.addEventListener("click", function () {
      boxes.forEach(function (box) {
        if (!box.checked) return;
        box.checked = false;
        remember(box);
      });
    });
    return button;
  }

  function noteStorage() {
    const note = document.querySelector("[data-checks-note]");
    if (!note) return;
    if (!storage) {
      note.textContent = "办一步勾一步。这台设备的浏览器不让保存，勾选在关掉页面后不会留下；可以打印出来用笔勾。";
    } else if (location.protocol === "file:") {
      note.textContent += "您是直接打开文件看的，有的浏览器关掉后不留勾选，要紧的请打印。";
    }
  }

  /* ---- where one is ---- */

  function isDone(step) { return Boolean(ticks[step.id] && ticks[step.id].checked); }

  function nextToDo() { return todo.filter(function (step) { return !isDone(step); })[0]; }

  function doneCount() { return todo.filter(isDone).length; }

  function titleOf(step) { return (step.firstChild ? step.firstChild.textContent : step.textContent).trim(); }

  function showTicks() {
    todo.forEach(function (step) {
      const box = boxOf(step);
      if (ticks[step.id] && box) ticks[step.id].checked = box.checked;
    });
    const done = doneCount();
    const next = nextToDo();
    steps.forEach(function (step) {
      step.classList.toggle("zb-step--done", isDone(step));
      step.classList.toggle("zb-step--next", done > 0 && step === next);
    });
    resume.hidden = done === 0;
    resume.textContent = next ? "您已勾选 " + done + " 步，接着办：" : done + " 步都勾上了。请核对「要形成的材料」是否齐全、已归档。";
    if (next) resume.appendChild(linkTo(next, "第" + next.dataset.number + "步　" + titleOf(next)));
    requestAnimationFrame(showWhere); /* asked now, where things are would have the page laid out at once, and again when it shows */
  }

  function addResume() {
    const line = document.createElement("p");
    line.className = "zb-resume";
    const facts = document.querySelector(".zb-facts");
    facts.parentNode.insertBefore(line, facts.nextSibling);
    return line;
  }

  function addWhere() {
    const bar = document.createElement("nav");
    bar.className = "zb-where";
    bar.setAttribute("aria-label", "办到哪一步");
    bar.innerHTML = '<span class="zb-where__line"><i></i></span><span class="zb-where__now"></span><span class="zb-where__next"></span>';
    document.body.appendChild(bar);
    let waiting = false;
    function later() {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(function () {
        waiting = false;
        showWhere();
      });
    }
    window.addEventListener("scroll", later, { passive: true });
    window.addEventListener("resize", later);
    return bar;
  }

  function showWhere() {
    if (!where) return;
    const head = document.querySelector(".md-header");
    const under = head ? head.getBoundingClientRect().bottom : 0;
    const top = Math.max(under + 150, window.innerHeight * 0.3);
    const end = steps[steps.length - 1].closest(".zb-steps").getBoundingClientRect().bottom;
    const passed = steps.filter(function (step) { return step.getBoundingClientRect().top < top; });
    const shown = passed.length > 0 && end > top;
    where.classList.toggle("zb-where--on", shown);
    where.hidden = !shown;
    if (!shown) return;
    where.style.top = under + "px";
    const current = passed[passed.length - 1];
    const at = steps.indexOf(current);
    const numbered = passed.filter(function (step) { return step.dataset.number !== "?"; }).pop();
    const number = numbered ? Number(numbered.dataset.number) : 0;
    const next = doneCount() ? nextToDo() : steps[at + 1];
    where.querySelector("i").style.width = Math.round(100 * number / todo.length) + "%";
    const now = where.querySelector(".zb-where__now");
    const says = current === numbered ? "第 " + number + " 步，共 " + todo.length + " 步" : "第 " + number + " 步后的判断";
    if (now.textContent !== says) now.textContent = says;
    const place = where.querySelector(".zb-where__next");
    const target = next && next !== current ? next.id : "";
    if (place.dataset.target === target) return;
    place.dataset.target = target;
    place.textContent = "";
    if (target) place.appendChild(linkTo(next, (doneCount() ? "接着办：" : "下一步：") + titleOf(next)));
  }

  function linkTo(step, text) {
    const link = document.createElement("a");
    link.href = "#" + step.id;
    link.textContent = text;
    return link;
  }

  function slice(nodes) { return Array.prototype.slice.call(nodes); }
})();
