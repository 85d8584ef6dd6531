/** What is folded is found: a link to something inside opens it, and on paper everything is open. */
export function openFolds(): void {
  window.addEventListener("hashchange", showTarget);
  document.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    // The address stays the same when a link is followed twice.
    if (link && link.hash !== "" && link.href === location.href) showTarget();
  });
  showTarget();
  unfoldOnPaper();
}

function showTarget(): void {
  const target = location.hash ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  let opened = false;
  for (let fold = target?.closest("details"); fold; fold = fold.parentElement?.closest("details")) {
    opened ||= !fold.open;
    fold.open = true;
  }
  if (opened) target?.scrollIntoView();
}

function unfoldOnPaper(): void {
  let opened: readonly HTMLDetailsElement[] = [];
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches) opened = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
    for (const fold of opened) fold.open = matches;
  });
}
