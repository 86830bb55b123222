// Links: a message's text cut into plain text and addresses that may be clicked.

const ADDRESS = /https?:\/\/[^\s<>"']+/gi;
const TRAILING = /[.,;:!?…»)\]}]+$/;

/** Cut a text into strings and `{href, text}` for the http and https addresses in it. */
export function cut(text) {
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = safe(address);
    if (!href) continue;
    if (match.index > end) pieces.push(text.slice(end, match.index));
    pieces.push({ href, text: address });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push(text.slice(end));
  return pieces;
}

/** Leave out the punctuation that ends the sentence, but keep a bracket that was opened inside the address. */
function trimmed(address) {
  const bare = address.replace(TRAILING, "");
  const opened = bare.split("(").length - bare.split(")").length;
  return opened > 0 && address[bare.length] === ")" ? `${bare})` : bare;
}

/** A web address as a link may hold it, or null; one without a site is of `base`. */
export function safe(address, base) {
  try {
    const url = new URL(address, base);
    return /^https?:$/.test(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}
