"""What the browser runs to ask each search: time until it can be used, time of each query, addresses found."""

OURS = """async (queries) => {
  const focused = performance.now();
  const box = document.querySelector("[data-js-search-query]"), count = document.querySelector("[data-js-search-count]");
  const show = (words) => { box.value = words; box.dispatchEvent(new InputEvent("input", {bubbles: true})); };
  box.focus();
  show("協議会");
  while (!count.textContent.includes("「")) await new Promise((next) => setTimeout(next));
  const ready = performance.now() - focused, times = [], found = [];
  for (const words of queries) {
    const start = performance.now();
    show(words);
    document.body.offsetHeight;
    times.push(performance.now() - start);
    found.push([...document.querySelectorAll("[data-js-search-hit]")].slice(0, 10).map((link) => [new URL(link.href).pathname.slice(1) + new URL(link.href).hash]));
  }
  return {ready, times, found};
}"""
STOCK = """async ([worker, index, queries]) => {
  const focused = performance.now();
  const running = new Worker(worker);
  const ask = (type, data) => new Promise((resolve) => {
    running.onmessage = ({data}) => resolve(data.data);
    running.postMessage({type, data});
  });
  await ask(0, {...await (await fetch(index)).json(), options: {suggest: false}});
  const ready = performance.now() - focused, times = [], found = [];
  for (const words of queries) {
    const start = performance.now();
    const result = await ask(2, words);
    times.push(performance.now() - start);
    found.push(result.items.slice(0, 10).map((group) => group.map((item) => item.location)));
  }
  return {ready, times, found};
}"""
PAGEFIND_RUN = """async (queries) => {
  const focused = performance.now();
  const pagefind = await import("/pagefind/pagefind.js");
  await pagefind.init();
  await pagefind.search("協議会");
  const ready = performance.now() - focused, times = [], found = [];
  const address = (url) => decodeURIComponent(url.replace(/^\\//, ""));
  for (const words of queries) {
    const start = performance.now();
    const {results} = await pagefind.search(words);
    const pages = await Promise.all(results.slice(0, 10).map((result) => result.data()));
    times.push(performance.now() - start);
    found.push(pages.map((page) => [page.url, ...page.sub_results.map((part) => part.url)].map(address)));
  }
  return {ready, times, found};
}"""
