// The announcer: tells a screen reader of each new message once, also while the panel is put away; never of old ones.

import { element } from "./dom.js";

const READ_WITHIN = 10_000;

export class Announcer {
  node = element("div", { className: "unseen", role: "status" });

  /** Have a sentence read out when the reader is free. */
  say(sentence) {
    const line = element("p", {}, sentence);
    this.node.append(line);
    setTimeout(() => line.remove(), READ_WITHIN);
  }
}
