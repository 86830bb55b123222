// Pages: tells which page the visitor reads, also when the site changes it without loading a new one.

const SETTLED = 300; // A site sets its new title a moment after its new address.
const LONGEST_URL = 2_000;
const LONGEST_TITLE = 300;

/** The page that is shown now. */
export function currentPage() {
  return { url: location.href.slice(0, LONGEST_URL), title: document.title.slice(0, LONGEST_TITLE) };
}

/** Call back with each new page. The site's own `history` is left alone: no function of it is replaced. */
export function watchPages(changed) {
  let shown = location.href;
  let timer;
  const look = () => {
    if (location.href === shown) return;
    shown = location.href;
    clearTimeout(timer);
    timer = setTimeout(() => changed(currentPage()), SETTLED);
  };
  addEventListener("popstate", look);
  addEventListener("hashchange", look);
  if (window.navigation) navigation.addEventListener("currententrychange", look);
  else setInterval(look, 1_000);
}
