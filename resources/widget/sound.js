// The sound of a new message: off until the visitor turns it on, made here and not loaded, heard in one tab only.

const NOTES = [[0, 660], [0.12, 880]];
const LOUDNESS = 0.08;
const ONE_TAB_FOR = 1_500;

export class Sound {
  #memory;
  #context = null;

  constructor(memory) {
    this.#memory = memory;
  }

  get on() {
    return this.#memory.read("sound") === "on";
  }

  /** Turn it on, which lets it be heard, or off. */
  turn(on) {
    this.#memory.write("sound", on ? "on" : "off");
    if (on) this.#play();
  }

  /** A message has come: let one of the visitor's tabs ring, if they want that. */
  ring() {
    // A browser lets no page be heard that nobody has touched yet.
    if (!this.on || navigator.userActivation?.hasBeenActive === false) return;
    if (!navigator.locks) return this.#play();
    navigator.locks.request("pupitre:ring", { ifAvailable: true }, (lock) => lock && this.#alone()).catch(() => {});
  }

  #alone() {
    this.#play();
    return new Promise((resolve) => setTimeout(resolve, ONE_TAB_FOR));
  }

  #play() {
    try {
      this.#context ??= new AudioContext();
      this.#context.resume();
      for (const [delay, pitch] of NOTES) this.#note(this.#context.currentTime + delay, pitch);
    } catch {
      // No sound card, or none allowed: the message is there to be read.
    }
  }

  #note(at, pitch) {
    const tone = new OscillatorNode(this.#context, { frequency: pitch });
    const volume = new GainNode(this.#context, { gain: 0 });
    volume.gain.setValueAtTime(LOUDNESS, at);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.3);
    tone.connect(volume).connect(this.#context.destination);
    tone.start(at);
    tone.stop(at + 0.3);
  }
}
