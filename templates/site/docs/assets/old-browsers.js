/* What the theme takes for granted and browsers before 2022 lack: 360, 麒麟, 统信 and older phones. */
if (!window.structuredClone) {
  window.structuredClone = function (value) { return JSON.parse(JSON.stringify(value)); };
}
/* Without this the theme would ask another host for it. */
if (!window.ResizeObserver) {
  window.ResizeObserver = function (tell) {
    var watched = [];
    function entry(element) { return { target: element, contentRect: element.getBoundingClientRect() }; }
    function all() { if (watched.length) tell(watched.map(entry)); }
    this.observe = function (element) {
      if (!watched.length) window.addEventListener("resize", all);
      watched.push(element);
      setTimeout(function () { if (watched.indexOf(element) >= 0) tell([entry(element)]); });
    };
    this.unobserve = function (element) {
      watched = watched.filter(function (other) { return other !== element; });
    };
    this.disconnect = function () { watched = []; window.removeEventListener("resize", all); };
  };
}
