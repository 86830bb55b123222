// The header of the panel: whose chat it is, who answers, and the ways out.

import { element, icon, iconButton } from "./dom.js";
import { isAlive } from "./conversation.js";

export class Header {
  #say;
  #status = element("p", { className: "status" });
  #end;
  #question;
  #no;

  /** `acts` is `{end(), close()}`. */
  constructor(words, { name, mark }, acts) {
    const say = (this.#say = words.say);
    this.#end = element("button", { type: "button", className: "end", "aria-label": say("end"), onclick: () => this.#ask(true) }, say("end_short"));
    const close = iconButton("close", say("close"), icon("m6 9 6 6 6-6"), acts.close);
    const title = element("div", { className: "title" }, element("h2", {}, name), this.#status);
    const bar = element("div", { className: "bar" }, element("span", { className: "mark", "aria-hidden": "true" }, mark), title, this.#end, close);
    this.#no = element("button", { type: "button", className: "quiet", onclick: () => this.#ask(false) }, say("end_no"));
    const yes = element("button", { type: "button", className: "primary", onclick: () => (this.#ask(false), acts.end()) }, say("end_yes"));
    this.#question = element("div", { className: "question", role: "alertdialog", "aria-label": say("end_question"), hidden: true },
      element("p", {}, say("end_question")), element("div", { className: "buttons" }, yes, this.#no));
    this.node = element("div", { className: "header" }, bar, this.#question);
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

  #ask(asked) {
    this.#question.hidden = !asked;
    (asked ? this.#no : this.#end).focus();
  }
}
