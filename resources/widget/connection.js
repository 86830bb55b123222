// The connection: one socket to the server, opened again and again until it holds.
//
// States: connecting (the first time), connected (from the server's welcome on), offline (lost, tried again with growing
// jittered delays that only a welcome resets), stopped (the server will not have this page). An open socket is the
// visitor's presence on the site, so a page that goes away closes it at once.

import { Heartbeat } from "./heartbeat.js";
import { watchSleep } from "./waking.js";

const FIRST_DELAY = 500;
const FACTOR = 1.7;
const LONGEST_DELAY = 12_000;
const DELAY_AFTER_ABUSE = 30_000;
const WELCOME_PATIENCE = 10_000;

export class Connection {
  #address;
  #talk;
  #socket = null;
  #state = "connecting";
  #delay = FIRST_DELAY;
  #timer;
  #heartbeat = new Heartbeat(() => this.send({ type: "ping" }), () => this.#lose());

  /** `talk` is `{hello(): frame, received(frame), changed()}`. */
  constructor(address, talk) {
    this.#address = address;
    this.#talk = talk;
  }

  get state() {
    return this.#state;
  }

  /** Start, and stay connected for as long as the page is shown. */
  run() {
    addEventListener("online", () => this.#hurry());
    addEventListener("pagehide", () => this.#leave());
    addEventListener("pageshow", ({ persisted }) => persisted && this.#hurry());
    document.addEventListener("visibilitychange", () => document.hidden || this.#hurry());
    watchSleep(() => this.#state === "stopped" || this.renew());
    this.#attempt();
  }

  /** Send a frame if there is an open socket; say whether there was. */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame, wellFormed));
    return true;
  }

  /** Leave this socket for a new one, as when the visitor turns out to be another. */
  renew() {
    this.#leave();
    if (this.#state === "connected") this.#state = "connecting";
    this.#attempt();
  }

  #attempt() {
    clearTimeout(this.#timer);
    if (this.#socket || this.#state === "stopped") return;
    const socket = opened(this.#address);
    if (!socket) return this.#become("stopped");
    this.#socket = socket;
    this.#timer = setTimeout(() => this.#lose(), WELCOME_PATIENCE);
    socket.onopen = () => this.send(this.#talk.hello());
    socket.onmessage = ({ data }) => socket === this.#socket && this.#hear(decoded(data));
    socket.onclose = ({ code }) => socket === this.#socket && this.#lose(code);
  }

  #hear(frame) {
    this.#heartbeat.heard();
    if (frame.type === "welcome") {
      clearTimeout(this.#timer);
      this.#delay = FIRST_DELAY;
      this.#state = "connected";
    }
    this.#talk.received(frame);
  }

  /** The socket is gone or dead: forget it and try again later, unless the server said never. */
  #lose(code = 1006) {
    this.#leave();
    if (code >= 4400 && code < 4500) return this.#become("stopped");
    const delay = code === 1008 ? DELAY_AFTER_ABUSE : this.#delay;
    this.#delay = Math.min(this.#delay * FACTOR, LONGEST_DELAY);
    this.#timer = setTimeout(() => this.#attempt(), delay * (0.5 + Math.random() / 2));
    this.#become("offline");
  }

  #leave() {
    clearTimeout(this.#timer);
    this.#heartbeat.stop();
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  /** Something says that the link may be back: try at once, or ask whether it still holds. */
  #hurry() {
    if (this.#state === "connected" && this.#socket) this.#heartbeat.check();
    else if (this.#socket?.readyState !== WebSocket.OPEN) this.renew();
  }

  #become(state) {
    this.#state = state;
    this.#talk.changed();
  }
}

function opened(address) {
  try {
    return new WebSocket(address, "pupitre.v1");
  } catch {
    return null; // The page's policy forbids it: no chat here, and no error on the site.
  }
}

/** Half a character, as a cut may leave one, is no text that a server could store. */
function wellFormed(_, value) {
  return typeof value === "string" ? (value.toWellFormed?.() ?? value) : value;
}

function decoded(data) {
  try {
    return JSON.parse(data) ?? {};
  } catch {
    return {};
  }
}
