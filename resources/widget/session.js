// The session: what this tab knows of its visitor's conversations, and what the visitor does with them. No screen here.

import { Cargo } from "./cargo.js";
import { Clock } from "./clock.js";
import { Commands } from "./commands.js";
import { Connection } from "./connection.js";
import { begun, folded, isAlive, lastFromExpert, replayed } from "./conversation.js";
import { Outbox } from "./outbox.js";
import { currentPage, watchPages } from "./pages.js";
import { Standing } from "./standing.js";

const TYPING_SHOWN = 6_000;

export class Session {
  clock = new Clock();
  mission = null; // what the welcome says of it
  conversations = []; // the ones seen since the page was loaded; the last is the current one
  unseen = 0;
  surveyDue = null; // the closed conversation whose visitor is asked for an opinion
  expertTypes = false;
  #settings;
  #memory;
  #view;
  #token;
  #typing;
  #connection;
  #outbox;
  #commands;
  #standing = new Standing(this.clock, () => this.#connection.send({ type: "mission" }));

  /** `view` is `{changed(), gaveBack(message, code), heard(message), looking(): boolean}`. */
  constructor(settings, memory, language, view) {
    this.#settings = { ...settings, language };
    this.#memory = memory;
    this.#view = view;
    this.#token = memory.read("token");
    const ready = () => this.#connection.state === "connected";
    const send = (frame) => ready() && this.#connection.send(frame);
    const cargo = new Cargo(() => ({ base: settings.base, token: this.#token }), () => view.changed());
    const gaveBack = (message, code) => (view.gaveBack(message, code), view.changed());
    this.#outbox = new Outbox(memory, cargo, { send, ready, gaveBack });
    this.#commands = new Commands(send);
    this.#connection = new Connection(address(settings.base), {
      hello: () => this.#hello(),
      received: (frame) => this.#received(frame),
      changed: () => this.#linkChanged(),
    });
  }

  run() {
    this.#memory.watch((name) => this.#sharedChanged(name));
    watchPages((page) => {
      this.#connection.send({ type: "page", ...page });
      this.#view.changed(); // The site may have replaced all that it shows, and the widget with it.
    });
    this.#connection.run();
  }

  /** The server's address, at which files are. */
  get base() {
    return this.#settings.base;
  }

  get connection() {
    return this.#connection.state;
  }

  get current() {
    return this.conversations.at(-1) ?? null;
  }

  get pending() {
    return this.#outbox.pending;
  }

  /** Whether nothing was written yet, so that what comes before a first word is to be shown. */
  get isNew() {
    return !this.pending.length && !this.conversations.some(({ messages }) => messages.length);
  }

  /** Whether an e-mail address would be welcome now (rule V5). */
  get wantsEmail() {
    const { current } = this;
    if (!this.mission?.mails || !isAlive(current) || current.emailGiven) return false;
    const answered = this.#memory.read("email");
    return answered !== "given" && answered !== current.id && current.messages.length > 0;
  }

  /** The visitor writes. From here on this browser remembers them, as the visitor that another tab already is if any. */
  post(text, files) {
    const token = this.#memory.shared("token") ?? this.#token;
    this.#memory.keep();
    if (token) this.#memory.write("token", token);
    if (token !== this.#token) this.#join(token);
    this.#outbox.add(text, files, this.clock.now().toISOString());
    this.#view.changed();
  }

  /** The visitor takes a message back whose files are on their way. */
  cancel(id) {
    this.#outbox.cancel(id);
    this.#view.changed();
  }

  /** The visitor is typing; the draft itself is told only where the mission allows a preview. */
  typing(draft) {
    const text = this.mission?.typing_preview ? draft : null;
    if (isAlive(this.current)) this.#connection.send({ type: "typing", text });
  }

  /** The visitor looks at the conversation: nothing is unseen any more. */
  look() {
    this.#meet(this.#memory.shared("token")); // A browser may tell its other tabs late that one of them wrote.
    const { current } = this;
    if (!this.unseen || this.connection !== "connected") return;
    this.unseen = 0;
    if (current) {
      this.#commands.ask({ type: "seen", seq: lastFromExpert(current) || current.seq });
      this.#memory.write("seen", `${current.id} ${current.seq}`);
    }
    this.#view.changed();
  }

  /** The visitor has the panel before them, or no longer: what it says of the mission is kept current. */
  attend(looking) {
    this.#standing.look(looking && this.connection === "connected", this.mission?.closes_at ?? this.mission?.opens_at);
  }

  end() {
    return this.#commands.ask({ type: "end" });
  }

  async giveEmail(email) {
    const outcome = await this.#commands.ask({ type: "email", email });
    if (outcome === "done") this.#remember("email", "given");
    return outcome;
  }

  skipEmail() {
    this.#remember("email", this.current.id);
  }

  async answerSurvey(answer) {
    const conversation = this.surveyDue;
    const outcome = await this.#commands.ask({ type: "answer_survey", conversation, ...answer });
    return outcome === "already_answered" ? "done" : outcome;
  }

  /** The survey was answered or skipped: it does not come back. */
  leaveSurvey() {
    this.#memory.write("survey", this.surveyDue);
    this.surveyDue = null;
    this.#view.changed();
  }

  #hello() {
    const { mission, language, link } = this.#settings;
    const hello = { type: "hello", mission, visitor: this.#token, page: currentPage(), language };
    return link ? { ...hello, link } : hello;
  }

  #received(frame) {
    if (frame.type === "welcome") this.#welcomed(frame);
    else if (frame.type === "event") this.#happened(frame);
    else if (frame.type === "typing") this.#expertTyped();
    else if (frame.type === "mission") this.#told(frame.mission);
    else if (frame.type === "done") this.#commands.answer(frame.id, "done") || this.#outbox.stored(frame.id);
    else if (frame.type === "refused") this.#commands.answer(frame.id, frame.code) || this.#outbox.refused(frame.id, frame.code);
    else this.#rest();
    if (this.#view.looking()) this.look();
    this.#view.changed();
  }

  /** A pong: a quiet moment to find what another tab wrote or left behind. */
  #rest() {
    this.#meet(this.#memory.shared("token"));
    this.#outbox.salvage();
    this.#outbox.flush();
  }

  #welcomed({ visitor, now, clock_rate: rate, mission, conversation, unseen, survey_due: due }) {
    this.#token = visitor;
    // A link that the server took has made this browser the one of somebody who has written before.
    if (this.#settings.link && conversation) this.#memory.keep();
    this.#settings.link = null;
    this.#memory.write("token", visitor);
    this.clock.set(now, rate);
    this.#told(mission);
    this.unseen = unseen;
    this.#replace(conversation);
    this.surveyDue = due && due !== this.#memory.read("survey") ? due : null;
    this.#outbox.salvage();
    this.#outbox.flush();
  }

  #told(mission) {
    this.mission = mission;
    this.#standing.tell();
  }

  /** Take the server's word for which conversation is alive and what is in it. */
  #replace(replica) {
    const ended = { status: "closed", closedBy: "expert" };
    this.conversations = this.conversations.map((known) => (isAlive(known) ? { ...known, ...ended } : known));
    if (!replica) return;
    const conversation = replayed(replica);
    const stored = new Set(conversation.messages.map(({ id }) => id));
    for (const { id } of this.pending) if (stored.has(id)) this.#outbox.stored(id);
    const known = this.conversations.find(({ id }) => id === conversation.id);
    this.#put(conversation);
    // What came while the link was lost is news; what was there when the page came is not.
    for (const message of known ? conversation.messages : []) {
      if (message.author === "expert" && message.seq > known.seq) this.#view.heard(message);
    }
  }

  #happened({ conversation: id, ...entry }) {
    const { event } = entry;
    this.#put(folded(this.conversations.find((known) => known.id === id) ?? begun(id), entry));
    if (event.type === "message") this.#wrote(this.conversations.find((known) => known.id === id).messages.at(-1));
    if (event.type === "closed" && event.survey) this.surveyDue = id;
    if (event.type === "survey_answered" && id === this.surveyDue) this.surveyDue = null;
  }

  #wrote(message) {
    if (message.author === "visitor") return this.#outbox.stored(message.id);
    this.expertTypes = false;
    this.unseen += 1;
    this.#view.heard(message);
  }

  #put(conversation) {
    const at = this.conversations.findIndex(({ id }) => id === conversation.id);
    if (at < 0) this.conversations = [...this.conversations, conversation];
    else this.conversations = this.conversations.with(at, conversation);
  }

  #expertTyped() {
    this.expertTypes = true;
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.expertTypes = false;
      this.#view.changed();
    }, TYPING_SHOWN);
  }

  #linkChanged() {
    this.#outbox.land();
    this.#commands.land();
    this.expertTypes = false;
    this.#view.changed();
  }

  #sharedChanged(name) {
    if (name === "token") this.#meet(this.#memory.shared("token"));
    if (name === "seen") this.unseen = 0;
    if (name === "survey" && this.#memory.read(name) === this.surveyDue) this.surveyDue = null;
    this.#view.changed();
  }

  /** Another tab's visitor wrote first: they are the same person, so be them, unless this tab wrote too. */
  #meet(token) {
    if (token && token !== this.#token && !this.conversations.length) this.#join(token);
  }

  #join(token) {
    this.#token = token;
    this.#outbox.land();
    this.#connection.renew();
  }

  #remember(name, value) {
    this.#memory.write(name, value);
    this.#view.changed();
  }
}

function address(base) {
  return new URL("ws/visitor", base).href.replace(/^http/, "ws");
}
