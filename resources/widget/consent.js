// Consent: the mission's line and its legal page, above the text box until the first message.

import { element } from "./dom.js";
import { safe } from "./links.js";

export class Consent {
  #words;
  #shown = null;
  node = element("p", { className: "consent", hidden: true });

  constructor(words) {
    this.#words = words;
  }

  show(mission, wanted) {
    const line = mission?.consent ?? "";
    const href = mission?.legal_url && safe(mission.legal_url, location.href);
    this.node.hidden = !wanted || !(line || href);
    const shown = `${line} ${href}`;
    if (this.#shown === shown) return;
    this.#shown = shown;
    const link = href && element("a", { href, target: "_blank", rel: "noopener" }, this.#words.say("legal"));
    this.node.replaceChildren(...[line, line && href && " ", link].filter(Boolean));
  }
}
