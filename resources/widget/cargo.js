// Cargo: the files of messages that are not sent yet. They are in this page only, so a page that goes away loses them.
//
// A lock that lives as long as this page tells the other tabs that the files are still there; what they find without
// one, they give back to the visitor as a text whose files are lost.

import { newId } from "./ids.js";
import { upload } from "./upload.js";

const ATTEMPTS_OF_A_FILE = 4;
const SHORTLY = 1_000;

export class Cargo {
  #place;
  #changed;
  #holds = new Map();
  #release = null;
  #page = `pupitre:${newId()}`;

  /** `place()` is `{base, token}`; `changed()` is called as files get on. */
  constructor(place, changed) {
    this.#place = place;
    this.#changed = changed;
  }

  /** This page's name, which a message with files carries. */
  get page() {
    return this.#page;
  }

  load(id, files) {
    this.#holds.set(id, { files, stored: [], done: 0, failed: 0, stop: null });
    if (!this.#release) navigator.locks?.request(this.#page, () => new Promise((resolve) => (this.#release = resolve))).catch(() => {});
  }

  /** How a message's files are: `{files, done, stop, …}`, `done` from 0 to 1; null if this page has none of it. */
  of(id) {
    return this.#holds.get(id) ?? null;
  }

  /** The ids of the files once all are stored, else null. */
  ids(id) {
    const { files, stored } = this.#holds.get(id);
    return stored.length === files.length ? stored : null;
  }

  /** The file that was on its way last, which a refusal is about; undefined if all are stored. */
  last(id) {
    const hold = this.#holds.get(id);
    return hold?.files[hold.stored.length];
  }

  /** Give the files back and know them no more. */
  unload(id) {
    const hold = this.#holds.get(id);
    hold?.stop?.abort("cancelled");
    this.#holds.delete(id);
    if (!this.#holds.size) this.#release = this.#release?.();
    return hold?.files ?? [];
  }

  /** The link was lost: what is on its way starts again when it is back. */
  land() {
    for (const { stop } of this.#holds.values()) stop?.abort("landed");
  }

  /** Send what is not stored yet, one file after the other; gives null, "again", or the code of what went wrong. */
  async ship(id) {
    const hold = this.#holds.get(id);
    hold.stop = new AbortController();
    try {
      while (hold.stored.length < hold.files.length) await this.#next(hold);
      return null;
    } catch ({ code = "upload_failed", wait }) {
      if (code === "cancelled") return code;
      if (code === "landed") return "again";
      if (++hold.failed >= ATTEMPTS_OF_A_FILE) return code === "unreachable" ? "upload_failed" : code;
      if (code !== "slow_down" && code !== "unreachable") return code;
      await new Promise((resolve) => setTimeout(resolve, Math.max(SHORTLY, wait * 1_000 || 0)));
      return "again";
    } finally {
      hold.stop = null;
    }
  }

  async #next(hold) {
    const file = hold.files[hold.stored.length];
    const { id } = await upload(this.#place(), file, (part) => this.#got(hold, part), hold.stop.signal);
    hold.stored.push(id);
    hold.failed = 0;
    this.#got(hold, 0);
  }

  #got(hold, part) {
    hold.done = (hold.stored.length + part) / hold.files.length;
    this.#changed();
  }
}

/** Whether the page that has a message's files is gone, as far as this browser can tell. */
export async function isGone(page) {
  try {
    const { held } = await navigator.locks.query();
    return !held.some(({ name }) => name === page);
  } catch {
    return true; // No locks here: nobody can say that it is still there.
  }
}
