// The arrival: a mail's link leads to a page of the site with a token in its address, which is taken out at once.

const LINK_PARAMETER = "pupitre";
const LONGEST_LINK = 512;

/** The token of a mail's link, if the visitor came by one; the address bar is clean afterwards. */
export function takenLink() {
  const url = new URL(location.href);
  const token = url.searchParams.get(LINK_PARAMETER);
  if (token === null) return null;
  url.searchParams.delete(LINK_PARAMETER);
  try {
    history.replaceState(history.state, "", url);
  } catch {
    // A sandboxed page may not change its address: the link works all the same.
  }
  return token.length <= LONGEST_LINK ? token : null;
}
