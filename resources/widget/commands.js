// Commands: questions to the server that wait for their answer, each under its own id.

import { newId } from "./ids.js";

export class Commands {
  #send;
  #waiting = new Map();

  constructor(send) {
    this.#send = send;
  }

  /** Send a command; gives "done", the code of a refusal, or "unreachable". */
  ask(command) {
    const id = newId();
    if (!this.#send({ type: "command", id, command })) return Promise.resolve("unreachable");
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  /** Take the server's answer; says whether the command was one of these. */
  answer(id, outcome) {
    this.#waiting.get(id)?.(outcome);
    return this.#waiting.delete(id);
  }

  /** The link was lost: whoever waits is told. */
  land() {
    for (const resolve of this.#waiting.values()) resolve("unreachable");
    this.#waiting.clear();
  }
}
