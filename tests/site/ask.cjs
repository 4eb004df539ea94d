/* Runs the site's own search worker on phrases, as a browser would: node ask.cjs SITE [--cost] < phrases (JSON) > answers.
   With --cost every phrase is asked as the first one, and the answer is {loaded: [files], milliseconds: the second time}. */
const fs = require("fs"), path = require("path"), vm = require("vm"), { performance } = require("perf_hooks");
const site = process.argv[2], cost = process.argv[3] === "--cost", phrases = JSON.parse(fs.readFileSync(0, "utf8"));

function open() {
  const loaded = [];
  const worker = {
    location: { href: "file:///site/assets/search-worker.js" },
    listeners: [],
    addEventListener(_, listener) { this.listeners.push(listener); },
    importScripts(address) {
      const file = address.replace("file:///site/", "").replace(/\?.*/, "");
      loaded.push(file);
      vm.runInContext(fs.readFileSync(path.join(site, file), "utf8"), worker);
    },
  };
  worker.self = worker;
  vm.createContext(worker);
  worker.importScripts("assets/search-worker.js");
  const say = (message) => new Promise((resolve) => {
    worker.postMessage = (reply) => resolve(reply.data);
    worker.listeners.forEach((listener) => listener({ data: message }));
  });
  const setup = { type: 0, data: JSON.parse(fs.readFileSync(path.join(site, "search/search_index.json"), "utf8")) };
  return say(setup).then(() => ({ loaded, ask: async (phrase) => (await say({ type: 2, data: phrase })).items }));
}

(async () => {
  const answers = {};
  let search = await open();
  for (const phrase of phrases) {
    if (!cost) { answers[phrase] = await search.ask(phrase); continue; }
    search = await open();
    await search.ask(phrase);
    const begun = performance.now();
    await search.ask(phrase);
    answers[phrase] = { loaded: search.loaded, milliseconds: performance.now() - begun };
  }
  process.stdout.write(JSON.stringify(answers));
})();
