// Heartbeat: finds out within 15 s that a link is half open, which a browser never tells.

const QUIET = 8_000;
const PATIENCE = 4_000;

export class Heartbeat {
  #ping;
  #dead;
  #timer;

  /** `ping` asks the server for a sign of life, `dead` is called when none comes. */
  constructor(ping, dead) {
    this.#ping = ping;
    this.#dead = dead;
  }

  /** A frame has come: all is well for a while. */
  heard() {
    this.#wait(QUIET, () => this.check());
  }

  /** Ask now, as when the computer wakes up. */
  check() {
    this.#ping();
    this.#wait(PATIENCE, this.#dead);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #wait(delay, then) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(then, delay);
  }
}
