// The server's clock, as the last welcome told it: it may run faster than ours, or be set otherwise.

export class Clock {
  #server = Date.now();
  #rate = 1;
  #read = performance.now();

  /** Follow the server: its instant now, and how many times faster than real time it runs. */
  set(now, rate) {
    this.#server = Date.parse(now) || Date.now();
    this.#rate = rate ?? 1;
    this.#read = performance.now();
  }

  /** Real milliseconds until an instant of the server's. */
  until(instant) {
    return (Date.parse(instant) - this.now()) / this.#rate;
  }

  now() {
    return new Date(this.#server + (performance.now() - this.#read) * this.#rate);
  }
}
