// The panel: header, thread, and below them whatever the visitor can do now.

import { Composer } from "./composer.js";
import { Consent } from "./consent.js";
import { element, focused } from "./dom.js";
import { dropping } from "./dropping.js";
import { Header } from "./header.js";
import { Invitation } from "./invitation.js";
import { Survey } from "./survey.js";
import { Thread } from "./thread.js";
import { isNarrow } from "./viewport.js";

const THANKS_SHOWN = 8_000;

export class Panel {
  #words;
  #header;
  #thread;
  #composer;
  #consent;
  #invitation;
  #survey;
  #offline;
  #thanks = element("p", { className: "thanks", role: "status" });
  #thanking;

  /** `acts` is what the visitor can do: the session's verbs, `close` and `typed`. */
  constructor(words, settings, acts, { draft, sound }) {
    this.#words = words;
    this.#header = new Header(words, settings, acts, sound);
    this.#thread = new Thread(words, acts.cancel);
    this.#composer = new Composer(words, acts, draft);
    this.#consent = new Consent(words);
    this.#invitation = new Invitation(words, { ...acts, thanked: () => this.#thank("email_done") });
    this.#survey = new Survey(words, { ...acts, thanked: () => this.#thank("survey_thanks") });
    this.#offline = element("p", { className: "offline", role: "status" });
    const foot = element("div", { className: "footer" }, this.#thanks, this.#invitation.node, this.#survey.node, this.#consent.node, this.#composer.node);
    this.node = element("section", {
      className: "panel", role: "dialog", tabIndex: -1, "aria-label": words.say("panel", { mission: settings.name }), hidden: true,
      ...dropping((files) => !this.#composer.node.hidden && this.#composer.attach(files)),
    }, this.#header.node, this.#offline, this.#thread.node, foot);
  }

  get composer() {
    return this.#composer;
  }

  /** Put the focus where one goes on: the text box, or on a touch screen the panel, so that no keyboard jumps up. */
  focus() {
    if (matchMedia("(pointer: fine)").matches && !this.#composer.node.hidden) this.#composer.focus();
    else this.node.focus();
  }

  show(session, open) {
    const appeared = open && this.node.hidden;
    const held = focused(this.node);
    this.node.hidden = !open;
    this.node.ariaModal = String(isNarrow());
    this.#offline.textContent = session.connection === "offline" ? this.#words.say("offline") : "";
    this.#header.show(session);
    this.#survey.show(session.surveyDue, session.mission?.survey);
    this.#invitation.show(session.wantsEmail && session.surveyDue === null);
    this.#consent.show(session.mission, session.isNew);
    this.#composer.node.hidden = session.surveyDue !== null;
    this.#thread.show(session);
    if (appeared) this.#composer.fit();
    if (open && held && this.node.contains(held) && !held.checkVisibility?.()) this.node.focus(); // Never lost.
  }

  /** Go back one step inside the panel; says whether there was one. */
  relent() {
    return this.#header.relent();
  }

  #thank(name) {
    this.#thanks.textContent = this.#words.say(name);
    clearTimeout(this.#thanking);
    this.#thanking = setTimeout(() => (this.#thanks.textContent = ""), THANKS_SHOWN);
  }
}
