// The preview: a small picture of an image that is still in the visitor's hands, drawn so that no policy of a site forbids it.

import { element, icon } from "./dom.js";

const SIDE = 96;
const SHEET = ["M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7z", "M14 2v5h6"];

/** What stands for a file: its picture once it is drawn, a sheet of paper until then and for anything else. */
export function preview(file) {
  const node = element("span", { className: "preview" }, icon(...SHEET));
  if (file?.type?.startsWith("image/")) draw(file, node);
  return node;
}

async function draw(file, node) {
  try {
    const picture = await createImageBitmap(file, { resizeHeight: SIDE, resizeQuality: "medium" });
    const canvas = element("canvas", { width: Math.min(picture.width, 3 * SIDE), height: picture.height });
    canvas.getContext("2d").drawImage(picture, 0, 0);
    picture.close();
    node.replaceChildren(canvas);
  } catch {
    // No picture after all: the server will say so.
  }
}
