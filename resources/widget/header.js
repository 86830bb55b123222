// The header of the panel: whose chat it is, who answers, and the ways out.

import { element, icon, iconButton } from "./dom.js";
import { isAlive } from "./conversation.js";

const BELL = ["M6 8a6 6 0 0 1 12 0c0 7 3 9 3 9H3s3-2 3-9", "M10.3 21a1.94 1.94 0 0 0 3.4 0", "m3 3 18 18"]; // The last stroke crosses it out.

export class Header {
  #say;
  #status = element("p", { className: "status" });
  #end;
  #question;
  #no;
  #sound;

  /** `acts` is `{end(), close()}`, `sound` what rings. */
  constructor(words, { name, mark }, acts, sound) {
    const say = (this.#say = words.say);
    this.#end = element("button", { type: "button", className: "end", "aria-label": say("end"), onclick: () => this.#ask(true) }, say("end_short"));
    const close = iconButton("close", say("close"), icon("m6 9 6 6 6-6"), acts.close);
    this.#sound = iconButton("sound", say("sound"), icon(...BELL), () => this.#turnSound(sound));
    const title = element("div", { className: "title" }, element("h2", {}, name), this.#status);
    const bar = element("div", { className: "bar" }, element("span", { className: "mark", "aria-hidden": "true" }, mark), title, this.#end, this.#sound, close);
    this.#no = element("button", { type: "button", className: "quiet", onclick: () => this.#ask(false) }, say("end_no"));
    const yes = element("button", { type: "button", className: "primary", onclick: () => (this.#ask(false), acts.end()) }, say("end_yes"));
    this.#question = element("div", { className: "question", role: "alertdialog", "aria-label": say("end_question"), hidden: true },
      element("p", {}, say("end_question")), element("div", { className: "buttons" }, yes, this.#no));
    this.node = element("div", { className: "header" }, bar, this.#question);
    this.#showSound(sound);
  }

  /** Take the question back, if it is asked; says whether it was. */
  relent() {
    if (this.#question.hidden) return false;
    this.#ask(false);
    return true;
  }

  show(session) {
    const { current, connection } = session;
    this.#end.hidden = !isAlive(current) || connection !== "connected";
    if (this.#end.hidden) this.#question.hidden = true;
    this.#status.textContent = this.#state(current, connection);
  }

  #state(current, connection) {
    const say = this.#say;
    if (connection === "connecting") return say("connecting");
    if (current === null) return say("header_greeting");
    if (current.status === "closed") return say("header_closed");
    return current.expert ? say("header_with", { name: current.expert }) : say("header_waiting");
  }

  #turnSound(sound) {
    sound.turn(!sound.on);
    this.#showSound(sound);
  }

  #showSound({ on }) {
    this.#sound.setAttribute("aria-pressed", String(on));
  }

  #ask(asked) {
    this.#question.hidden = !asked;
    (asked ? this.#no : this.#end).focus();
  }
}
