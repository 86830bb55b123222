// Standing: keeps what is said of the mission (hours, anybody there) current for as long as the visitor looks at it.

const STALE = 60_000;
const SPREAD = 5_000; // Not every page asks in the same second when the shop opens.

export class Standing {
  #clock;
  #ask;
  #told = -Infinity;
  #timer;

  /** `ask()` asks the server again. */
  constructor(clock, ask) {
    this.#clock = clock;
    this.#ask = ask;
  }

  /** The server has said how things are. */
  tell() {
    this.#told = performance.now();
  }

  /** Somebody looks, or no longer does, at a mission that opens or closes at `boundary` (an instant, or null). */
  look(looking, boundary) {
    clearTimeout(this.#timer);
    if (!looking) return;
    const left = this.#told + STALE - performance.now();
    const turn = boundary ? this.#clock.until(boundary) + Math.random() * SPREAD : Infinity;
    const due = Math.min(left, turn > 0 ? turn : left);
    this.#timer = setTimeout(() => this.#refresh(), Math.max(0, due));
  }

  #refresh() {
    this.tell();
    this.#ask();
  }
}
