// The widget: the element on the site's page, in which bubble and panel live apart from the site's styles.

import { Announcer } from "./announcer.js";
import { Bubble } from "./bubble.js";
import { palette } from "./colour.js";
import { element, focused } from "./dom.js";
import { Panel } from "./panel.js";
import { isDark, watchScheme } from "./scheme.js";
import { Sound } from "./sound.js";
import { styles } from "./style.js";
import { isNarrow, watchViewport } from "./viewport.js";

export class Widget {
  #host;
  #bubble;
  #settings;
  #made = null;
  #fit;
  #words;
  #memory;
  #sound;
  #announcer = new Announcer();
  #session = null;
  #open;
  #due = false;

  constructor(settings, words, memory) {
    this.#words = words;
    this.#memory = memory;
    this.#sound = new Sound(memory);
    this.#open = memory.read("open") === "yes";
    this.#bubble = new Bubble(words, () => this.#turn(true));
    this.#settings = settings;
    this.#host = element("pupitre-widget", { lang: words.language });
    this.#host.dataset.mission = settings.mission;
    const root = this.#host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [styles(palette(settings.colour))];
    root.append(this.#bubble.node, this.#announcer.node);
    for (const kind of ["keydown", "keypress", "keyup"]) root.addEventListener(kind, (event) => this.#key(event));
  }

  /** Show this session from now on. */
  attach(session) {
    this.#session = session;
    document.body.append(this.#host);
    document.addEventListener("visibilitychange", () => {
      if (this.looking()) session.look();
      this.changed();
    });
    this.#fit = watchViewport(this.#host, () => this.changed());
    watchScheme(() => this.changed());
    this.changed();
  }

  /** The panel, made when it is first needed: a page on which nobody writes bears the bubble alone. */
  get #panel() {
    if (this.#made) return this.#made;
    const draft = this.#memory.read("draft");
    this.#made = new Panel(this.#words, this.#settings, this.#acts(), { draft, sound: this.#sound });
    this.#bubble.node.before(this.#made.node);
    this.#fit();
    return this.#made;
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

  gaveBack(message, code) {
    this.#panel.composer.giveBack(message, code);
  }

  /** An expert's message has come: it is read out once, and rings if the visitor wants that. */
  heard({ name, text, files }) {
    this.#announcer.say(this.#words.say("heard", { name: name ?? this.#words.say("expert"), text: [text, ...files.map((file) => file.name)].filter(Boolean).join(", ") }));
    this.#sound.ring();
  }

  #draw() {
    const session = this.#session;
    // A site that replaces its whole body takes the widget away: come back.
    if (!this.#host.isConnected) document.body.append(this.#host);
    const known = session.mission !== null || this.#memory.kept;
    const open = this.#open && known && session.connection !== "stopped";
    if (open) this.#host.dataset.scheme = isDark() ? "dark" : "light";
    if (open || this.#made) this.#panel.show(session, open);
    session.attend(open && !document.hidden);
    this.#bubble.show({ shown: known && !open && session.connection !== "stopped", unseen: session.unseen, asks: session.surveyDue !== null });
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

  /** Keys pressed in the chat are none of the site's shortcuts. */
  #key(event) {
    event.stopPropagation();
    if (event.type !== "keydown" || event.isComposing) return;
    if (event.key === "Escape" && this.#open) this.#panel.relent() || this.#turn(false);
    else if (event.key === "Tab" && isNarrow()) this.#stayInside(event);
  }

  /** Full screen on a phone, the panel is all there is: the focus goes round in it. */
  #stayInside(event) {
    const all = [...this.#panel.node.querySelectorAll("button, textarea, input, a, [tabindex]")].filter((node) => node.checkVisibility?.() ?? true);
    const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
    const held = focused(this.#panel.node);
    if (!this.#open || (held !== from && held !== this.#panel.node)) return;
    event.preventDefault();
    to.focus();
  }

  #acts() {
    const session = () => this.#session;
    return {
      close: () => this.#turn(false),
      post: (text, files) => session().post(text, files),
      cancel: (id) => session().cancel(id),
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
