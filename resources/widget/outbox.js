// The outbox: what the visitor wrote and the server has not stored yet, sent once and in order.
//
// Each message is kept under its own name, so two tabs never overwrite each other. Any tab may send what another left
// behind: the server answers the same id twice with one effect. One message flies at a time; the next leaves when the
// one before is stored.

import { newId } from "./ids.js";

const TOO_FAST = 2_000;
const ATTEMPTS = 3;

export class Outbox {
  #memory;
  #send;
  #flying = null;
  #slowed = 0;

  /** `send(frame)` says whether the link took it. */
  constructor(memory, send) {
    this.#memory = memory;
    this.#send = send;
  }

  /** What waits, oldest first: `{id, text, at, flying}`. */
  get pending() {
    return this.#memory.names("out:").flatMap((name) => {
      const message = unpacked(this.#memory.read(name));
      return message ? [{ ...message, flying: message.id === this.#flying }] : [];
    });
  }

  /** Keep a message and send it as soon as it is its turn. */
  add(text, at) {
    const message = { id: newId(), text, at };
    this.#memory.write(`out:${message.id}`, JSON.stringify(message));
    this.flush();
  }

  /** Send the oldest message, if none is on its way. */
  flush() {
    const next = this.#flying === null && this.pending[0];
    if (!next) return;
    const command = { type: "post", text: next.text, attachments: [] };
    if (this.#send({ type: "command", id: next.id, command })) this.#flying = next.id;
  }

  /** The link was lost: nothing is on its way any more. */
  land() {
    this.#flying = null;
  }

  /** The server has stored it. */
  stored(id) {
    this.#slowed = 0;
    this.#drop(id);
  }

  /** The server will not have it; gives the text to hand back to the visitor, or null if there is none to give. */
  refused(id, code) {
    if (code === "slow_down" && ++this.#slowed < ATTEMPTS) {
      setTimeout(() => this.#again(id), TOO_FAST);
      return null;
    }
    const message = unpacked(this.#memory.read(`out:${id}`));
    this.#slowed = 0;
    this.#drop(id);
    return message?.text ?? null;
  }

  #again(id) {
    if (this.#flying === id) this.#flying = null;
    this.flush();
  }

  #drop(id) {
    this.#memory.forget(`out:${id}`);
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
