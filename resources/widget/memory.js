// Memory: the little that is kept in the browser for one mission, and nothing at all before the visitor writes.
//
// Until `keep()` (the first message), all stays in this object; from then on it is in the site's own storage: the
// visitor's token, the messages not sent yet and what was answered or skipped in localStorage, which all tabs share;
// the draft and whether the panel is open in sessionStorage, which belongs to one tab. There is no cookie.

const OF_ONE_TAB = new Set(["draft", "open"]);

export class Memory {
  #prefix;
  #loose = new Map();
  #kept;

  constructor(mission) {
    this.#prefix = `pupitre:${mission}:`;
    this.#kept = this.#stored("token") !== null;
  }

  /** Whether this visitor has written from this browser, in this visit or an earlier one. */
  get kept() {
    return this.#kept;
  }

  read(name) {
    return (this.#kept ? this.#stored(name) : null) ?? this.#loose.get(name) ?? null;
  }

  write(name, value) {
    if (!this.#kept || !this.#store(name, value)) this.#loose.set(name, value);
  }

  forget(name) {
    this.#loose.delete(name);
    try {
      store(name).removeItem(this.#prefix + name);
    } catch {
      // No storage in this browser: there was nothing to forget.
    }
  }

  /** The names that start so, sorted. */
  names(start) {
    const found = new Set([...this.#loose.keys()].filter((name) => name.startsWith(start)));
    try {
      for (const key of Object.keys(localStorage)) {
        if (key.startsWith(this.#prefix + start)) found.add(key.slice(this.#prefix.length));
      }
    } catch {
      // No storage in this browser: what this page holds is all there is.
    }
    return [...found].sort();
  }

  /** The visitor writes: from now on, things are stored. */
  keep() {
    if (this.#kept) return;
    this.#kept = true;
    for (const [name, value] of this.#loose) if (this.#store(name, value)) this.#loose.delete(name);
  }

  /** Call back with the name of what another tab changed. */
  watch(changed) {
    addEventListener("storage", ({ key }) => {
      if (!key?.startsWith(this.#prefix)) return;
      const name = key.slice(this.#prefix.length);
      if (name === "token") this.#kept ||= this.#stored(name) !== null;
      changed(name);
    });
  }

  /** What another tab may have stored, read past this object. */
  shared(name) {
    return this.#stored(name);
  }

  #stored(name) {
    try {
      return store(name).getItem(this.#prefix + name);
    } catch {
      return null;
    }
  }

  #store(name, value) {
    try {
      store(name).setItem(this.#prefix + name, value);
      return true;
    } catch {
      return false; // Full or forbidden: it lives as long as the page.
    }
  }
}

function store(name) {
  return OF_ONE_TAB.has(name) ? sessionStorage : localStorage;
}
