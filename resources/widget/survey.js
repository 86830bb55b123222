// The survey: a score out of 5, how likely one is to recommend, a comment; whatever the mission asks for, or skip.

import { element, icon } from "./dom.js";

const STAR = "M11.5 2.6a.55.55 0 0 1 1 0l2.5 5.1 5.6.8a.55.55 0 0 1 .3 1l-4 4 1 5.5a.55.55 0 0 1-.9.6L12 17l-5 2.6a.55.55 0 0 1-.9-.6l1-5.6-4.1-3.9a.55.55 0 0 1 .3-1l5.6-.8z";
const LONGEST_COMMENT = 1_000;

export class Survey {
  #say;
  #acts;
  #asked = null;
  #alert = element("p", { className: "alert", role: "alert", hidden: true });
  #form;

  /** `acts` is `{answer(answer): Promise<string>, leave(), thanked()}`. */
  constructor(words, acts) {
    this.#say = words.say;
    this.#acts = acts;
    this.#form = element("form", { className: "survey", "aria-label": words.say("survey"), noValidate: true, onsubmit: (event) => this.#submit(event) });
    this.node = element("div", { hidden: true }, this.#form);
  }

  /** Ask about that conversation (null: ask nothing), with the mission's settings. */
  show(conversation, settings) {
    this.node.hidden = conversation === null;
    if (conversation === this.#asked) return;
    this.#asked = conversation;
    this.#tell("");
    this.#form.replaceChildren(...(conversation === null ? [] : this.#questions(settings ?? { csat: true })));
  }

  #questions({ csat, nps, comment }) {
    const say = this.#say;
    const stars = csat && this.#scale("csat", 1, 5, (score) => [say("survey_csat_choice", { score }), icon(STAR)]);
    const figures = nps && this.#scale("nps", 0, 10, (score) => [String(score), String(score)]);
    const box = comment && element("textarea", {
      name: "comment", rows: 2, maxLength: LONGEST_COMMENT, placeholder: say("survey_comment_hint"), "aria-label": say("survey_comment"),
    });
    const buttons = element("div", { className: "buttons" },
      element("button", { type: "submit", className: "primary" }, say("survey_submit")),
      element("button", { type: "button", className: "quiet", onclick: () => this.#acts.leave() }, say("survey_skip")));
    return [stars, figures, box, this.#alert, buttons].filter(Boolean);
  }

  /** A group of radio buttons, each drawn as `draw` says: its label and what is seen. */
  #scale(name, low, high, draw) {
    const choices = Array.from({ length: high - low + 1 }, (_, step) => {
      const [label, drawing] = draw(low + step);
      const radio = element("input", { type: "radio", name, value: low + step, "aria-label": label, onchange: () => this.#tell("") });
      return element("label", { title: label }, radio, drawing);
    });
    const ends = ["low", "high"].map((end) => element("span", {}, this.#say(`survey_${name}_${end}`)));
    return element("fieldset", { className: name },
      element("legend", {}, this.#say(`survey_${name}`)),
      element("div", { className: "choices" }, ...choices),
      element("div", { className: "ends", "aria-hidden": "true" }, ...ends));
  }

  async #submit(event) {
    event.preventDefault();
    const data = new FormData(this.#form);
    const score = (name) => (data.has(name) ? Number(data.get(name)) : null);
    const answer = { csat: score("csat"), nps: score("nps"), comment: (data.get("comment") ?? "").trim() };
    if (answer.csat === null && answer.nps === null && !answer.comment) return this.#tell(this.#say("survey_missing"));
    const outcome = await this.#acts.answer(answer);
    if (outcome !== "done") return this.#tell(this.#say("survey_failed"));
    this.#acts.thanked();
    this.#acts.leave();
  }

  #tell(sentence) {
    this.#alert.hidden = !sentence;
    this.#alert.textContent = sentence;
  }
}
