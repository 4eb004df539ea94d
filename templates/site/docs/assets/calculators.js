/* The calculators: the same rules as generators/plan/{dues,deadlines,workdays,quorum}.py, worked out in the page.
   Everything stays in the page: nothing is stored or sent. Plain ES2015, no request, works from a USB stick. */
(function (root) {
  "use strict";

  /* ---- Working out (pure) ---- */

  /** Yuan as text or number to whole fen; null when it is no sum. Full-width digits and commas are taken too. */
  function fen(text) {
    var plain = half(text).replace(/[,，\s元]/g, "");
    if (!/^\d{1,9}(\.\d{0,2})?$/.test(plain)) return null;
    var parts = plain.split(".");
    return Number(parts[0]) * 100 + Number(((parts[1] || "") + "00").slice(0, 2));
  }

  function half(text) {
    return String(text).replace(/[０-９．]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); }).trim();
  }

  /** Monthly dues in fen for a base in fen: {least, most, percent, capped}. One rate for the whole base, half up. */
  function dues(rule, member, base) {
    if (member.fixed) return { least: Math.round(member.fixed[0] * 100), most: Math.round(member.fixed[1] * 100), percent: null, capped: false };
    var bracket = member.brackets.filter(function (b) { return b[0] === null || base <= b[0] * 100; })[0];
    var tenths = Math.round(bracket[1] * 100); /* hundredths of a per cent */
    var full = Math.floor((base * tenths + 5000) / 10000), cap = rule.cap * 100;
    return { least: Math.min(full, cap), most: Math.min(full, cap), percent: bracket[1], capped: full > cap };
  }

  /** How many people a share of `whole` needs. */
  function needed(share, whole) {
    var parts = whole * share.of[0];
    return share.more ? Math.floor(parts / share.of[1]) + 1 : Math.ceil(parts / share.of[1]);
  }

  function decide(vote, expected, present, favour) {
    var attend = needed(vote.attend, expected);
    var carry = needed(vote.carry, vote.carry.expected ? expected : present);
    var valid = expected > 0 && present >= attend;
    return { attend: attend, carry: carry, valid: valid, carried: valid && favour >= carry };
  }

  /* Dates are days since 1970 in UTC, so that no time zone or summer time can shift them. */
  var DAY = 86400000;
  function dayOf(text) {
    var m = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(half(text));
    if (!m) return null;
    var time = Date.UTC(+m[1], m[2] - 1, +m[3]), date = new Date(time);
    return date.getUTCMonth() === m[2] - 1 && +m[1] > 1900 ? time / DAY : null;
  }
  function iso(day) { return new Date(day * DAY).toISOString().slice(0, 10); }
  function isWorkday(calendar, day) {
    var text = iso(day), week = new Date(day * DAY).getUTCDay();
    return calendar.on.indexOf(text) >= 0 || (week > 0 && week < 6 && calendar.off.indexOf(text) < 0);
  }
  function workdays(calendar, day, count, sign) {
    while (count) { day += sign; if (isWorkday(calendar, day)) count -= 1; }
    return day;
  }
  function monthsLater(day, months) {
    var date = new Date(day * DAY), month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
    var last = new Date(Date.UTC(Math.floor(month / 12), month % 12 + 1, 0)).getUTCDate();
    return Date.UTC(Math.floor(month / 12), month % 12, Math.min(date.getUTCDate(), last)) / DAY;
  }
  function moved(day, span, times, calendar) {
    if (span.workdays) return workdays(calendar, day, span.workdays * Math.abs(times), times > 0 ? 1 : -1);
    if (span.days) return day + span.days * times;
    return monthsLater(day, ((span.years || 0) * 12 + (span.months || 0)) * times);
  }
  /** Everything that follows an event on a day, in order of date: [{deadline, day}]. */
  function dueDates(event, day, calendar) {
    var found = [];
    event.deadlines.forEach(function (deadline) {
      for (var nth = 1; nth <= deadline.times; nth += 1) found.push({ deadline: deadline, day: moved(day, deadline.span, nth * deadline.sign, calendar) });
    });
    return found.map(function (due, at) { return [due.day, at, due]; })
      .sort(function (a, b) { return a[0] - b[0] || a[1] - b[1]; }).map(function (entry) { return entry[2]; });
  }

  var calculate = { fen: fen, dues: dues, needed: needed, decide: decide, dayOf: dayOf, iso: iso, dueDates: dueDates };
  if (typeof module !== "undefined" && module.exports) { module.exports = calculate; return; }

  /* ---- Showing ---- */

  function element(name, text, kind) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }
  function yuan(sum) { return (sum / 100).toFixed(2).replace(/\.00$/, "").replace(/(\.\d)0$/, "$1"); }
  function named(list, id) { return list.filter(function (item) { return item.id === id; })[0]; }
  function count(input) { var text = half(input.value); return /^\d{1,5}$/.test(text) ? Number(text) : null; }
  function show(output, parts) {
    output.textContent = "";
    parts.forEach(function (part) { output.appendChild(part); });
  }

  function showDues(box, rule) {
    var output = box.querySelector("output"), select = box.querySelector("#zb-class"), input = box.querySelector("#zb-base");
    var gross = box.querySelector("#zb-gross"), months = box.querySelector("#zb-months");
    function part(name) { return box.querySelector('[data-for="' + name + '"]'); }
    function fromGross() {
      var rest = fen(gross.value);
      if (rest === null) return;
      [].forEach.call(box.querySelectorAll("[data-deduct]"), function (field) { rest -= fen(field.value) || 0; });
      input.value = yuan(Math.max(rest, 0));
    }
    function update(event) {
      if (event && event.target.closest && event.target.closest("details")) fromGross();
      var member = named(rule.classes, select.value), fixed = Boolean(member.fixed);
      part("base").hidden = fixed;
      part("base").firstChild.textContent = (member.base || "") + "（元）";
      part("help").textContent = member.help || "";
      part("deduct").hidden = !member.deduct;
      var base = fixed ? 0 : fen(input.value), times = count(months) || 1;
      if (base === null) return show(output, input.value ? [element("p", "请填一个金额，最多两位小数，如 5280.50。", "zb-warn")] : []);
      var due = dues(rule, member, base), parts = [];
      var sum = yuan(due.least) + (due.most > due.least ? "–" + yuan(due.most) : "");
      parts.push(element("p", "每月 " + sum + " 元", "zb-answer"));
      if (fixed) parts.push(element("p", due.most > due.least ? "在这个范围里由支部定。" : "定额，不看收入。"));
      else parts.push(element("p", yuan(base) + " 元 × " + due.percent + "% " + (base * due.percent % 100 ? "≈ " : "= ") + yuan(due.least) + " 元" + (due.capped ? "（超过每月一般上限 " + rule.cap + " 元，按上限；自愿多交不限）" : "")));
      if (times > 1) parts.push(element("p", times + " 个月共 " + yuan(due.least * times) + (due.most > due.least ? "–" + yuan(due.most * times) : "") + " 元。"));
      if (times > rule.arrears) parts.push(element("p", "补交一般不超过 " + rule.arrears + " 个月；无正当理由连续 " + rule.arrears + " 个月不交，按自行脱党处理。先向支部说明情况。", "zb-warn"));
      var next = fixed ? null : nextStep(member, base);
      if (next) parts.push(element("p", next, "zb-soft"));
      show(output, parts);
    }
    /* A base a little above a bracket's limit is the most frequent cause of questions. */
    function nextStep(member, base) {
      var near = member.brackets.filter(function (b) { return b[0] !== null && Math.abs(base - b[0] * 100) <= b[0] * 5; })[0];
      if (!near) return null;
      var at = dues(rule, member, near[0] * 100), over = dues(rule, member, near[0] * 100 + 1);
      return "基数 " + near[0] + " 元正好是一档的上限：" + near[0] + " 元交 " + yuan(at.least) + " 元，多一分就按下一档全额算，约 " + yuan(over.least) + " 元。核准基数再算。";
    }
    box.addEventListener("input", update);
    box.addEventListener("change", update);
    update();
  }

  var WEEK = "日一二三四五六";
  function spoken(day) {
    var date = new Date(day * DAY);
    return date.getUTCFullYear() + "年" + (date.getUTCMonth() + 1) + "月" + date.getUTCDate() + "日 周" + WEEK[date.getUTCDay()];
  }
  function showDeadlines(box, rule) {
    var output = box.querySelector("output"), select = box.querySelector("#zb-event"), input = box.querySelector("#zb-date");
    var now = new Date(), today = Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / DAY;
    if (!input.value) input.value = iso(today);
    function distance(day) { return day === today ? "就是今天" : day > today ? "还有 " + (day - today) + " 天" : "已过 " + (today - day) + " 天"; }
    function update() {
      var day = dayOf(input.value);
      if (day === null) return show(output, input.value ? [element("p", "请填日期，如 2026-11-22。", "zb-warn")] : []);
      var list = element("ol", "", "zb-dues"), open = false;
      dueDates(named(rule.events, select.value), day, rule.calendar).forEach(function (due) {
        var item = element("li"), d = due.deadline;
        item.appendChild(element("strong", d.bound + " " + spoken(due.day)));
        item.appendChild(element("span", distance(due.day), due.day < today ? "zb-past" : "zb-left"));
        item.appendChild(element("p", d.what + (d.note ? "（" + d.note + "）" : "")));
        if (d.source) item.appendChild(element("small", d.source));
        list.appendChild(item);
        if (d.span.workdays && rule.calendar.settled.indexOf(iso(due.day).slice(0, 4)) < 0) open = true;
      });
      show(output, open ? [list, element("p", "这一年的放假通知还没有录入，工作日按暂定的放假日子算，请再核对。", "zb-warn")] : [list]);
    }
    box.addEventListener("input", update);
    box.addEventListener("change", update);
    update();
  }

  function showQuorum(box, rule) {
    var output = box.querySelector("output"), select = box.querySelector("#zb-vote");
    var fields = ["expected", "present", "favour"].map(function (name) { return box.querySelector("#zb-" + name); });
    function update() {
      var vote = named(rule.votes, select.value), numbers = fields.map(count);
      var wrong = fields.some(function (field, at) { return field.value && numbers[at] === null; });
      if (wrong) return show(output, [element("p", "人数和票数请填整数。", "zb-warn")]);
      if (!numbers[0]) return show(output, []);
      var expected = numbers[0], present = numbers[1], favour = numbers[2], parts = [];
      if (present > expected) return show(output, [element("p", "实到比应到还多，请核对。", "zb-warn")]);
      var result = decide(vote, expected, present || 0, favour || 0);
      parts.push(element("p", "至少要 " + result.attend + " 人到会" + (vote.carry.expected ? "，" + result.carry + " 票赞成" : ""), "zb-answer"));
      if (present !== null) {
        parts.push(element("p", result.valid ? "到会 " + present + " 人，会议可以开。" : "到会 " + present + " 人，还差 " + (result.attend - present) + " 人，改期。", result.valid ? "zb-good" : "zb-warn"));
        if (result.valid && !vote.carry.expected) parts.push(element("p", "按实到 " + present + " 人算，至少要 " + result.carry + " 票赞成。"));
        if (result.valid && favour !== null) parts.push(element("p", result.carried ? "赞成 " + favour + " 票，通过。" : "赞成 " + favour + " 票，没有通过，还差 " + (result.carry - favour) + " 票。", result.carried ? "zb-good" : "zb-warn"));
        if (favour > expected) parts.push(element("p", "赞成票比应到的人还多，请核对。", "zb-warn"));
      }
      show(output, parts);
    }
    box.addEventListener("input", update);
    box.addEventListener("change", update);
    update();
  }

  [].forEach.call(document.querySelectorAll("[data-calculator]"), function (box) {
    var rule = JSON.parse(box.getAttribute("data-rule"));
    ({ dues: showDues, deadlines: showDeadlines, quorum: showQuorum })[box.getAttribute("data-calculator")](box, rule);
  });
  root.zhibuCalculate = calculate;
})(this);
