// The thread: the list of messages on the screen, changed only where it must be.

import { attachments, departing } from "./attachments.js";
import { element } from "./dom.js";
import { cut } from "./links.js";
import { timeline } from "./timeline.js";

const NEAR_THE_END = 60;

export class Thread {
  #words;
  #cancel;
  #rows = new Map();
  #list;
  #typing = element("p", { className: "typing", hidden: true, "aria-hidden": "true" });
  #follows = true; // The visitor reads the end: stay there, whatever grows or shrinks.

  /** `cancel(id)` takes a message back whose files are on their way. */
  constructor(words, cancel) {
    this.#words = words;
    this.#cancel = cancel;
    this.#list = element("div", { className: "rows" });
    this.node = element("div", {
      className: "thread", role: "log", "aria-label": words.say("log"), "aria-live": "off", // The announcer speaks, so that history stays quiet.
      tabIndex: 0, // It can be scrolled without a mouse.
      onscroll: () => (this.#follows = this.#isAtTheEnd()),
    }, this.#list, this.#typing);
    new ResizeObserver(() => this.#follow()).observe(this.node);
  }

  show(session) {
    this.#follows = this.#place(timeline(session, this.#words)) || this.#follows;
    const name = session.current?.expert ?? this.#words.say("expert");
    this.#typing.hidden = !session.expertTypes;
    this.#typing.textContent = session.expertTypes ? this.#words.say("typing", { name }) : "";
    this.#follow();
  }

  #follow() {
    if (this.#follows) this.node.scrollTop = this.node.scrollHeight;
  }

  /** Make the rows those of the entries; says whether the visitor's own message was added. */
  #place(entries) {
    const kept = new Set(entries.map(({ key }) => key));
    for (const [key, row] of this.#rows) if (!kept.has(key)) this.#drop(key, row);
    let own = false;
    let next = this.#list.firstElementChild;
    for (const entry of entries) {
      const row = this.#rows.get(entry.key);
      const node = row ?? this.#made(entry);
      own ||= !row && entry.author === "visitor";
      update(node, entry);
      if (entry.kind === "message") this.#showFiles(node, entry);
      if (node === next) next = next.nextElementSibling;
      else this.#list.insertBefore(node, next);
    }
    return own;
  }

  #made(entry) {
    const node = entry.kind === "message" ? message(entry) : element("p", { className: entry.kind });
    this.#rows.set(entry.key, node);
    return node;
  }

  /** Write the files of a message, again only when they are others than before. */
  #showFiles(node, { key, files, leaving }) {
    const shown = leaving ? `${leaving.names} ${leaving.stoppable} ${Boolean(leaving.cargo)}` : files.map(({ href }) => href).join();
    const box = node.querySelector(".files");
    if (box.dataset.shown !== shown) {
      box.dataset.shown = shown;
      box.replaceChildren(...(leaving ? departing(leaving, this.#words, () => this.#cancel(key)) : attachments(files, this.#words)));
    }
    const bar = box.querySelector("progress");
    if (bar) bar.value = leaving.cargo.done;
  }

  #drop(key, row) {
    row.remove();
    this.#rows.delete(key);
  }

  #isAtTheEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.node;
    return scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
  }
}

function message({ key, author, text, name }) {
  const made = element("div", { className: "message" });
  Object.assign(made.dataset, { author, id: key });
  made.append(element("span", { className: "author", textContent: name }));
  const words = element("p", { className: "text", dir: "auto", hidden: !text }, ...cut(text).map(piece));
  const files = element("div", { className: "files" });
  made.append(element("div", { className: "balloon" }, words, files, element("span", { className: "meta" })));
  return made;
}

/** A piece of a message: text stays text, an address becomes a link that tells its site nothing. */
function piece(part) {
  if (typeof part === "string") return part;
  return element("a", { href: part.href, target: "_blank", rel: "noopener noreferrer", textContent: part.text });
}

/** Write what may change in a row, and only if it did. */
function update(node, entry) {
  if (entry.kind !== "message") return write(node, entry.text);
  write(node.querySelector(".meta"), entry.meta);
  node.classList.toggle("joined", entry.joined);
  if (entry.state) node.dataset.state = entry.state;
}

function write(node, text) {
  if (node.textContent !== text) node.textContent = text;
}
