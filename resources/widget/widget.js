// The widget: the element on the site's page, in which bubble and panel live apart from the site's styles.

import { Bubble } from "./bubble.js";
import { palette } from "./colour.js";
import { element, focused } from "./dom.js";
import { Panel } from "./panel.js";
import { styles } from "./style.js";

const NARROW = "(max-width: 480px), (max-height: 440px)";

export class Widget {
  #host;
  #bubble;
  #panel;
  #memory;
  #session = null;
  #open;
  #due = false;

  constructor(settings, words, memory) {
    this.#memory = memory;
    this.#open = memory.read("open") === "yes";
    this.#bubble = new Bubble(words, () => this.#turn(true));
    this.#panel = new Panel(words, settings, this.#acts(), memory.read("draft"));
    this.#host = element("pupitre-widget", { lang: words.language });
    this.#host.dataset.mission = settings.mission;
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles(palette(settings.colour))];
    root.append(this.#panel.node, this.#bubble.node);
    root.addEventListener("keydown", (event) => this.#key(event));
  }

  /** Show this session from now on. */
  attach(session) {
    this.#session = session;
    document.body.append(this.#host);
    document.addEventListener("visibilitychange", () => this.looking() && session.look());
    visualViewport?.addEventListener("resize", () => this.#fit());
    this.#fit();
    this.changed();
  }

  /** Whether the visitor can see the thread now. */
  looking() {
    return this.#open && !document.hidden;
  }

  /** Draw what the session knows, once for all that changes in one go. */
  changed() {
    if (this.#due || !this.#session) return;
    this.#due = true;
    queueMicrotask(() => {
      this.#due = false;
      this.#draw();
    });
  }

  gaveBack(text, code) {
    this.#panel.composer.giveBack(text, code);
  }

  #draw() {
    const session = this.#session;
    // A site that replaces its whole body takes the widget away: come back.
    if (!this.#host.isConnected) document.body.append(this.#host);
    const known = session.mission !== null || this.#memory.kept;
    const open = this.#open && known && session.connection !== "stopped";
    this.#panel.show(session, open);
    this.#bubble.show({ shown: known && !open && session.connection !== "stopped", unseen: session.unseen });
    Object.assign(this.#host.dataset, {
      connection: session.connection === "stopped" ? "offline" : session.connection,
      open,
      unseen: session.unseen,
      status: session.current?.status ?? "none",
      pending: session.pending.length,
    });
  }

  #turn(open) {
    this.#open = open;
    this.#memory.write("open", open ? "yes" : "no");
    if (open) this.#session.look();
    this.#draw();
    if (!open) this.#bubble.focus();
    else this.#panel.focus();
  }

  #key(event) {
    if (event.key === "Escape") this.#turn(false);
    else if (event.key === "Tab" && matchMedia(NARROW).matches) this.#stayInside(event);
  }

  /** Full screen on a phone, the panel is all there is: the focus goes round in it. */
  #stayInside(event) {
    const all = [...this.#panel.node.querySelectorAll("button, textarea, input, a, [tabindex]")].filter((node) => node.checkVisibility());
    const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
    if (!this.#open || focused(this.#panel.node) !== from) return;
    event.preventDefault();
    to.focus();
  }

  /** Leave room for a phone's keyboard. */
  #fit() {
    this.#host.style.setProperty("--visible", `${visualViewport?.height ?? innerHeight}px`);
  }

  #acts() {
    const session = () => this.#session;
    return {
      close: () => this.#turn(false),
      post: (text) => session().post(text),
      typed: (draft) => this.#memory.write("draft", draft),
      typing: (text) => session().typing(text),
      end: () => session().end(),
      give: (email) => session().giveEmail(email),
      skip: () => session().skipEmail(),
      answer: (answer) => session().answerSurvey(answer),
      leave: () => session().leaveSurvey(),
    };
  }
}
