// Elements: made from a tag, properties and children, always with text as text, never as markup.

const SVG = "http://www.w3.org/2000/svg";

/** Make an element. Properties named `on…` are listeners, the ones with a dash and `role`, `for` … are attributes. */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made) made[name] = value;
    else made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/** An icon drawn with strokes (paths from Lucide, ISC licence), hidden from assistive technology. */
export function icon(...paths) {
  const drawing = document.createElementNS(SVG, "svg");
  drawing.setAttribute("viewBox", "0 0 24 24");
  drawing.setAttribute("aria-hidden", "true");
  for (const path of paths) {
    const stroke = document.createElementNS(SVG, "path");
    stroke.setAttribute("d", path);
    drawing.append(stroke);
  }
  return drawing;
}

/** A button that has only an icon; its label is its accessible name and its tooltip. */
export function iconButton(className, label, drawing, onclick) {
  return element("button", { type: "button", className, title: label, "aria-label": label, onclick }, drawing);
}

/** The element that has the focus, inside the shadow root too. */
export function focused(node) {
  return node.getRootNode().activeElement;
}
