/* The year at a glance: marks the month that it is now. Without it the page is whole. */
(function () {
  "use strict";
  var month = new Date().getMonth() + 1;
  var link = document.querySelector('[data-month="' + month + '"]');
  var heading = document.getElementById("month-" + month);
  if (!link || !heading) return;
  link.setAttribute("aria-current", "date");
  var tag = document.createElement("span");
  tag.className = "zb-tag";
  tag.textContent = "本月";
  heading.insertBefore(tag, heading.querySelector(".headerlink"));
})();
