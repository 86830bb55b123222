// The composer: the text box, which keeps what is typed until the server has it.

import { element, icon } from "./dom.js";
import { Tray } from "./tray.js";

const LONGEST = 5_000;
const TALLEST = 132;
const TYPING_EVERY = 700;

export class Composer {
  #words;
  #acts;
  #box;
  #alert = element("p", { className: "alert", role: "alert", hidden: true });
  #typing = null;
  #tray;

  /** `acts` is `{post(text, files), typed(draft), typing(text)}`. */
  constructor(words, acts, draft) {
    this.#words = words;
    this.#acts = acts;
    const label = words.say("message");
    this.#box = element("textarea", {
      rows: 1, dir: "auto", value: draft ?? "", placeholder: label, "aria-label": label, enterKeyHint: "send",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
      onpaste: (event) => this.#pasted(event),
    });
    const send = element("button", { type: "submit", className: "send", title: words.say("send"), "aria-label": words.say("send") }, icon("M12 19V5", "m5 12 7-7 7 7"));
    this.#tray = new Tray(words, (code, name) => this.#tell(this.#sentence(code, { name })));
    const form = element("form", { className: "composer", onsubmit: (event) => this.#submit(event) }, this.#tray.button, this.#box, send);
    this.node = element("div", {}, this.#alert, this.#tray.node, form);
  }

  focus() {
    this.#box.focus();
  }

  /** Give a message back that could not be sent, before what was typed since, and say why if there is a code. */
  giveBack({ text, files, lost }, code) {
    this.#write([text, this.#box.value].filter(Boolean).join("\n"));
    this.attach(files);
    this.#tell(code ? this.#sentence(code, { count: length(text), name: lost }) : "");
  }

  /** Take files that the message will carry. */
  attach(files) {
    this.#tell("");
    this.#tray.add(files);
  }

  /** Fit the box to its text; for when it becomes visible. */
  fit() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, TALLEST)}px`;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#box.value.trim();
    if (!text && !this.#tray.files.length) return this.focus();
    if (length(text) > LONGEST) return this.#tell(this.#sentence("too_long", { count: length(text) }));
    this.#write("");
    this.#tell("");
    clearTimeout(this.#typing);
    this.#typing = null;
    this.#acts.post(text, this.#tray.take());
    this.focus();
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.#submit(event);
  }

  /** Take pasted files; where there is a text too, as from a word processor, the text is meant. */
  #pasted(event) {
    const { files, types } = event.clipboardData;
    if (!files.length || types.includes("text/plain")) return;
    event.preventDefault();
    this.attach(files);
  }

  #sentence(code, variables) {
    const name = `refused_${code}`;
    return this.#words.say(this.#words.has(name) ? name : "refused_other", variables);
  }

  #typed() {
    this.fit();
    this.#acts.typed(this.#box.value);
    this.#typing ??= setTimeout(() => {
      this.#typing = null;
      this.#acts.typing(this.#box.value.slice(0, LONGEST));
    }, TYPING_EVERY);
  }

  #write(text) {
    this.#box.value = text;
    this.fit();
    this.#acts.typed(text);
  }

  #tell(sentence) {
    this.#alert.hidden = !sentence;
    this.#alert.textContent = sentence;
  }
}

/** Characters as the server counts them, not UTF-16 units. */
function length(text) {
  return [...text].length;
}
