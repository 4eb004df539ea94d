/* What the theme takes for granted and browsers before 2022 lack: 360, 麒麟, 统信 and older phones. */
if (!window.structuredClone) {
  window.structuredClone = function (value) { return JSON.parse(JSON.stringify(value)); };
}
