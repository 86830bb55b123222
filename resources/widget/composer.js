// The composer: the text box, which keeps what is typed until the server has it.

import { element, icon } from "./dom.js";

const LONGEST = 5_000;
const TALLEST = 132;
const TYPING_EVERY = 700;

export class Composer {
  #words;
  #acts;
  #box;
  #alert = element("p", { className: "alert", role: "alert", hidden: true });
  #typing = null;

  /** `acts` is `{post(text), typed(draft), typing(text)}`. */
  constructor(words, acts, draft) {
    this.#words = words;
    this.#acts = acts;
    const label = words.say("message");
    this.#box = element("textarea", {
      rows: 1, value: draft ?? "", placeholder: label, "aria-label": label, enterKeyHint: "send",
      oninput: () => this.#typed(),
      onkeydown: (event) => this.#key(event),
    });
    const send = element("button", { type: "submit", className: "send", title: words.say("send"), "aria-label": words.say("send") }, icon("M12 19V5", "m5 12 7-7 7 7"));
    const form = element("form", { className: "composer", onsubmit: (event) => this.#submit(event) }, this.#box, send);
    this.node = element("div", {}, this.#alert, form);
  }

  focus() {
    this.#box.focus();
  }

  /** Give a text back that could not be sent, before what was typed since, and say why. */
  giveBack(text, code) {
    this.#write([text, this.#box.value].filter(Boolean).join("\n"));
    const name = `refused_${code}`;
    this.#tell(this.#words.say(this.#words.has(name) ? name : "refused_other", { count: length(text) }));
  }

  /** Fit the box to its text; for when it becomes visible. */
  fit() {
    this.#box.style.height = "auto";
    this.#box.style.height = `${Math.min(this.#box.scrollHeight, TALLEST)}px`;
  }

  #submit(event) {
    event.preventDefault();
    const text = this.#box.value.trim();
    if (!text) return this.focus();
    if (length(text) > LONGEST) return this.#tell(this.#words.say("refused_too_long", { count: length(text) }));
    this.#write("");
    this.#tell("");
    clearTimeout(this.#typing);
    this.#typing = null;
    this.#acts.post(text);
    this.focus();
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.#submit(event);
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
