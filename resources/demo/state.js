// One state of the widget: named in the address, drawn by the widget's own modules on made-up data.

import { sessionOf } from "./cases.js";

const { mission } = document.documentElement.dataset;
const { Widget, begun, folded, settings, wording } = await import(`/demo/${mission}/states/parts.js`);
const query = new URLSearchParams(location.search);
const name = query.get("state") ?? "first";
const language = query.get("lang") === "fr" ? "fr" : "en";
const CONSENT = {
  en: "Our experts read what you write; the conversation is kept for a year.",
  fr: "Nos experts lisent ce que vous écrivez ; la conversation est gardée un an.",
};

/** What the visitor does to come into a state that no session has. */
const after = {
  tray: () => widget.gaveBack({ text: "", files: [file("IMG_2041.jpg", 2_400_000, "image/jpeg"), file("mesures.txt", 900, "text/plain")] }, null),
  refused: () => widget.gaveBack({ text: words.say("header_greeting"), files: [], lost: "films.zip" }, "wrong_type"),
  blocked: () => widget.gaveBack({ text: session.conversations[0].messages[0].text, files: [] }, "blocked"),
  error: () => widget.gaveBack({ text: session.conversations[0].messages[0].text, files: [] }, "other"),
  ending: () => part(".end").click(),
  thanks: () => (part(".csat input:last-of-type").click(), leave(part(".survey [type=submit]"), { surveyDue: null })),
  emailed: () => ((part(".invitation input").value = "camille@example.org"), leave(part(".invitation [type=submit]"), { wantsEmail: false })),
};
const closed = new Set(["bubble", "badge", "asked"]);
const kept = new Map([["open", closed.has(name) ? "no" : "yes"]]);
const memory = { kept: true, read: (key) => kept.get(key) ?? null, write: (key, value) => kept.set(key, value) };

// Time stands still here: what passes after a few seconds stays to be looked at.
const soon = window.setTimeout;
window.setTimeout = (act, delay, ...rest) => (delay > 2_000 ? 0 : soon(act, delay, ...rest));

document.documentElement.lang = language;
document.documentElement.dataset.scheme = query.get("scheme") ?? "light";
const words = wording(language, settings.languages[language]);
const widget = new Widget({ ...settings, colour: query.get("colour") ?? settings.colour }, words, memory);
const session = sessionOf(name, language, { begun, folded });
if (session.mission) Object.assign(session.mission, { name: settings.name, consent: CONSENT[language], legal_url: `/demo/${mission}/legal` });
widget.attach(session);
await Promise.resolve(); // Drawn.
await after[name]?.();
document.documentElement.dataset.ready = "yes";

/** Press a button, and draw what is known then. */
async function leave(button, change) {
  button.click();
  await new Promise((resolve) => setTimeout(resolve));
  Object.assign(session, change);
  widget.changed();
  await Promise.resolve();
}

/** Find a part of the widget. */
function part(selector) {
  return document.querySelector("pupitre-widget").shadowRoot.querySelector(selector);
}

function file(title, size, type) {
  return new File([new Uint8Array(size)], title, { type });
}
