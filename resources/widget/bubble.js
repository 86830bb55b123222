// The bubble: the round button in the corner, with the number of messages not seen yet, or a star where an opinion is wanted.

import { element, icon } from "./dom.js";

const MOST_SHOWN = 99;

export class Bubble {
  #say;
  #count = element("span", { className: "count", "aria-hidden": "true", hidden: true });

  constructor(words, open) {
    this.#say = words.say;
    const drawing = icon("M21 11.5a8.4 8.4 0 0 1-8.5 8.3 8.6 8.6 0 0 1-3.9-.9L3 20.5l1.7-5.3a8.2 8.2 0 0 1-.9-3.7A8.4 8.4 0 0 1 12.5 3.2a8.4 8.4 0 0 1 8.5 8.3z");
    this.node = element("button", { type: "button", className: "bubble", hidden: true, onclick: open }, drawing, this.#count);
    this.#label(0);
  }

  /** `asks`: the visitor's opinion is wanted. */
  show({ shown, unseen, asks }) {
    this.node.hidden = !shown;
    this.#count.hidden = !unseen && !asks;
    this.#count.textContent = unseen > MOST_SHOWN ? `${MOST_SHOWN}+` : unseen || "★";
    this.#label(unseen, asks);
  }

  focus() {
    this.node.focus();
  }

  #label(unseen, asks) {
    const name = unseen === 0 ? (asks ? "open_survey" : "open") : unseen === 1 ? "open_one" : "open_many";
    this.node.setAttribute("aria-label", this.#say(name, { count: unseen }));
  }
}
