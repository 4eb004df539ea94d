/* Runs the site's own search worker on phrases, as a browser would: node ask.cjs SITE < phrases (JSON) > answers. */
const fs = require("fs"), path = require("path"), vm = require("vm");
const site = process.argv[2], phrases = JSON.parse(fs.readFileSync(0, "utf8"));
const worker = {
  location: { href: "file:///site/assets/search-worker.js" },
  listeners: [],
  addEventListener(_, listener) { this.listeners.push(listener); },
  importScripts(address) {
    const file = path.join(site, address.replace("file:///site/", "").replace(/\?.*/, ""));
    vm.runInContext(fs.readFileSync(file, "utf8"), worker);
  },
};
worker.self = worker;
vm.createContext(worker);
vm.runInContext(fs.readFileSync(path.join(site, "assets/search-worker.js"), "utf8"), worker);
function ask(message) {
  return new Promise((resolve) => {
    worker.postMessage = (reply) => resolve(reply.data);
    worker.listeners.forEach((listener) => listener({ data: message }));
  });
}
(async () => {
  await ask({ type: 0, data: JSON.parse(fs.readFileSync(path.join(site, "search/search_index.json"), "utf8")) });
  const answers = {};
  for (const phrase of phrases) answers[phrase] = (await ask({ type: 2, data: phrase })).items;
  process.stdout.write(JSON.stringify(answers));
})();
