// The outbox: what the visitor wrote and the server has not stored yet, sent once and in order.
//
// Each message is kept under its own name, so two tabs never overwrite each other. Any tab may send what another left
// behind: the server answers the same id twice with one effect. One message flies at a time; the next leaves when the
// one before is stored. A message with files leaves from the page that holds them, when all of them are stored.

import { isGone } from "./cargo.js";
import { newId } from "./ids.js";

const TOO_FAST = 2_000;
const ATTEMPTS = 3;
const HOPELESS = new Set(["wrong_type", "too_large"]); // The same file would be refused again.

export class Outbox {
  #memory;
  #cargo;
  #link;
  #flying = null;
  #shipping = null;
  #slowed = 0;

  /** `link` is `{send(frame): boolean, ready(): boolean, gaveBack({text, files, lost}, code)}`. */
  constructor(memory, cargo, link) {
    this.#memory = memory;
    this.#cargo = cargo;
    this.#link = link;
  }

  /** What waits, oldest first: `{id, text, at, names?, flying, cargo}`. */
  get pending() {
    return this.#all().map((message) => ({ ...message, flying: message.id === this.#flying, cargo: this.#cargo.of(message.id) }));
  }

  /** Keep a message and send it as soon as it is its turn. */
  add(text, files, at) {
    const message = { id: newId(), text, at };
    if (files.length) {
      this.#cargo.load(message.id, files);
      Object.assign(message, { names: files.map(({ name }) => name), page: this.#cargo.page });
    }
    this.#memory.write(`out:${message.id}`, JSON.stringify(message));
    this.flush();
  }

  /** Send the oldest message, if none is on its way. */
  flush() {
    if (this.#flying !== null || !this.#link.ready()) return;
    const next = this.#all().find(({ id, names }) => !names || this.#cargo.of(id));
    if (!next) return;
    const attachments = next.names ? this.#cargo.ids(next.id) : [];
    if (!attachments) return void this.#ship(next.id);
    const command = { type: "post", text: next.text, attachments };
    if (this.#link.send({ type: "command", id: next.id, command })) this.#flying = next.id;
  }

  /** The link was lost: nothing is on its way any more. */
  land() {
    this.#flying = null;
    this.#cargo.land();
  }

  /** The server has stored it. */
  stored(id) {
    this.#slowed = 0;
    this.#drop(id);
  }

  /** The server will not have it: the visitor gets it back, unless it was only sent too fast. */
  refused(id, code) {
    if (code === "slow_down" && ++this.#slowed < ATTEMPTS) return void setTimeout(() => this.#again(id), TOO_FAST);
    this.#slowed = 0;
    this.#giveBack(id, code);
  }

  /** The visitor takes a message back whose files are still on their way. */
  cancel(id) {
    this.#giveBack(id, null);
  }

  /** Give back what a page that is gone left behind: its files are lost, its text is not. */
  async salvage() {
    for (const { id, names, page } of this.#all()) {
      if (names && !this.#cargo.of(id) && (await isGone(page))) this.#giveBack(id, "files_lost");
    }
  }

  async #ship(id) {
    if (this.#shipping) return;
    this.#shipping = id;
    const code = await this.#cargo.ship(id);
    this.#shipping = null;
    if (code && code !== "again" && code !== "cancelled") this.#giveBack(id, code);
    else this.flush();
  }

  #all() {
    return this.#memory.names("out:").flatMap((name) => unpacked(this.#memory.read(name)) ?? []);
  }

  #giveBack(id, code) {
    const message = unpacked(this.#memory.read(`out:${id}`));
    const last = this.#cargo.last(id);
    const files = this.#cargo.unload(id).filter((file) => file !== last || !HOPELESS.has(code));
    this.#drop(id);
    if (message) this.#link.gaveBack({ text: message.text, files, lost: last?.name ?? (message.names ?? []).join(", ") }, code);
  }

  #again(id) {
    if (this.#flying === id) this.#flying = null;
    this.flush();
  }

  #drop(id) {
    this.#memory.forget(`out:${id}`);
    this.#cargo.unload(id);
    if (this.#flying === id) this.#flying = null;
    this.flush();
  }
}

function unpacked(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
