// The tray: files chosen, pasted or dropped, which wait above the text box for the message to be sent.

import { element, icon, iconButton } from "./dom.js";
import { ACCEPTED, sized, unfit } from "./files.js";
import { preview } from "./preview.js";

const CROSS = ["M18 6 6 18", "m6 6 12 12"];
const CLIP = "m21.4 11.1-9.2 9.2a6 6 0 0 1-8.5-8.5l8.6-8.6a4 4 0 1 1 5.7 5.7l-8.6 8.6a2 2 0 0 1-2.8-2.9l7.9-7.8";

export class Tray {
  #words;
  #refuse;
  #files = [];
  #picker;
  node = element("ul", { className: "tray", hidden: true });

  /** `refuse(code, name)` says why a file was not taken. */
  constructor(words, refuse) {
    this.#words = words;
    this.#refuse = refuse;
    this.#picker = element("input", { type: "file", multiple: true, accept: ACCEPTED, hidden: true, onchange: () => this.#picked() });
    this.button = element("span", {}, this.#picker, iconButton("attach", words.say("attach"), icon(CLIP), () => this.#picker.click()));
  }

  get files() {
    return [...this.#files];
  }

  /** Take files, as far as they may be sent. */
  add(files) {
    for (const file of files) {
      const code = unfit(file, this.#files.length);
      if (code) this.#refuse(code, file.name);
      else this.#files.push(file);
    }
    this.#show();
  }

  /** Hand the files over; the tray is empty then. */
  take() {
    const taken = this.#files;
    this.#files = [];
    this.#show();
    return taken;
  }

  #picked() {
    this.add(this.#picker.files);
    this.#picker.value = ""; // The same file may be chosen again.
  }

  #show() {
    this.node.hidden = !this.#files.length;
    this.node.replaceChildren(...this.#files.map((file, at) => this.#item(file, at)));
  }

  #item(file, at) {
    const label = this.#words.say("file_remove", { name: file.name });
    return element("li", {}, preview(file), element("span", { className: "name" }, file.name),
      element("span", { className: "size" }, sized(file.size, this.#words)),
      iconButton("remove", label, icon(...CROSS), () => this.#remove(at)));
  }

  #remove(at) {
    this.#files.splice(at, 1);
    this.#show();
    this.button.lastChild.focus();
  }
}
