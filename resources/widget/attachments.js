// Attachments: the files of a message in the thread; pictures as pictures, anything else by its name, to be downloaded.

import { element, icon } from "./dom.js";
import { sized } from "./files.js";
import { preview } from "./preview.js";

const DOWN = ["M12 15V3", "M21 15v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4", "m7 10 5 5 5-5"];

/** The files of a message that the server has. */
export function attachments(files, words) {
  return files.map((file) => (file.thumbnail ? picture(file, words) : download(file, words)));
}

/** The files of a message that is still here, with how far they are and a way to stop. */
export function departing({ names, cargo, stoppable }, words, cancel) {
  const rows = names.map((name, at) => element("span", { className: "file" }, preview(cargo?.files[at]), element("span", { className: "name" }, name)));
  if (!cargo) return rows;
  const bar = element("progress", { max: 1, value: cargo.done, "aria-label": words.say("file_progress") });
  const stop = element("button", { type: "button", className: "cancel", hidden: !stoppable, onclick: cancel }, words.say("file_cancel"));
  return [...rows, bar, stop];
}

function picture(file, words) {
  const { name, href, thumbnail, width, height } = file;
  const link = element("a", { href, target: "_blank", rel: "noopener", className: "picture", "aria-label": words.say("file_picture", { name }) });
  const shown = element("img", { alt: "", ...(width && { width, height }), decoding: "async", onerror: () => link.replaceWith(download(file, words)) });
  shown.src = thumbnail; // Last, when the link knows what to do if the site's policy forbids it.
  link.append(shown);
  return link;
}

function download({ name, size, href }, words) {
  const about = [element("span", { className: "name" }, name), element("span", { className: "size" }, sized(size, words))];
  return element("a", { href, target: "_blank", rel: "noopener", className: "file" }, icon(...DOWN), ...about);
}
