// The invitation: after the first message of an asynchronous mission, asks for an e-mail address (rule V5).

import { element } from "./dom.js";

export class Invitation {
  #say;
  #acts;
  #box;
  #alert = element("p", { className: "alert", role: "alert", hidden: true });

  /** `acts` is `{give(email): Promise<string>, skip(), thanked()}`. */
  constructor(words, acts) {
    const say = (this.#say = words.say);
    this.#acts = acts;
    this.#box = element("input", {
      type: "email", required: true, autocomplete: "email", maxLength: 254, placeholder: say("email"), "aria-label": say("email"),
    });
    const buttons = element("div", { className: "buttons" },
      element("button", { type: "submit", className: "primary" }, say("email_send")),
      element("button", { type: "button", className: "quiet", onclick: () => acts.skip() }, say("email_skip")));
    const form = element("form", { noValidate: true, onsubmit: (event) => this.#submit(event) }, this.#box, buttons);
    this.node = element("div", { className: "invitation", role: "group", "aria-label": say("email_group"), hidden: true },
      element("p", {}, say("email_why")), form, this.#alert);
  }

  show(wanted) {
    this.node.hidden = !wanted;
  }

  async #submit(event) {
    event.preventDefault();
    this.#box.value = this.#box.value.trim();
    const outcome = this.#box.checkValidity() ? await this.#acts.give(this.#box.value) : "bad_frame";
    this.#alert.hidden = outcome === "done";
    this.#alert.textContent = outcome === "done" ? "" : this.#say(outcome === "bad_frame" ? "email_refused" : "refused_other");
    if (outcome === "done") this.#acts.thanked();
  }
}
