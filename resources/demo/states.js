// Every state of the widget in a frame of its own, side by side: for whoever designs it, and for the eye of a reviewer.

import { titles } from "./cases.js";

const { mission, name, colour } = document.documentElement.dataset;
const query = new URLSearchParams(location.search);
const language = query.get("lang") === "fr" ? "fr" : "en";
const size = query.get("size") ?? "both";
const CHOICES = {
  lang: { en: "English", fr: "Français" },
  size: { both: ["Both", "Les deux"], desktop: ["Desktop", "Ordinateur"], phone: ["Phone", "Téléphone"] },
  scheme: { light: ["Light", "Clair"], dark: ["Dark", "Sombre"] },
  colour: { [colour]: ["Brand", "Marque"], "#ffe066": ["Pale", "Pâle"], "#101418": ["Black", "Noire"] },
};

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function said(text) {
  return typeof text === "string" ? text : text[language === "fr" ? 1 : 0];
}

/** This address with another choice. */
function changed(key, value) {
  const other = new URLSearchParams(query);
  other.set(key, value);
  return `?${other}`;
}

function choice(key, values) {
  const chosen = query.get(key) ?? Object.keys(values)[0];
  return element("nav", "", ...Object.entries(values).map(([value, text]) => {
    const link = element("a", "", said(text));
    link.href = changed(key, value);
    if (value === chosen) link.setAttribute("aria-current", "page");
    return link;
  }));
}

function figure(state, kind) {
  const address = new URLSearchParams({ state, lang: language, scheme: query.get("scheme") ?? "light", colour: query.get("colour") ?? colour });
  const source = `/demo/${mission}/states/frame?${address}`;
  const frame = document.createElement("iframe");
  Object.assign(frame, { src: source, loading: "lazy", title: said(titles[state]) });
  const link = element("a", "", said(titles[state]));
  link.href = source;
  return element("figure", kind, element("figcaption", "", link), element("div", "frame", frame));
}

const kinds = size === "both" ? ["desktop", "phone"] : [size];
document.documentElement.lang = language;
document.title = `${name} · ${said(["every state", "tous les états"])}`;
document.body.append(
  element("header", "", element("h1", "", document.title), ...Object.entries(CHOICES).map(([key, values]) => choice(key, values))),
  element("main", "", ...Object.keys(titles).flatMap((state) => kinds.map((kind) => figure(state, kind)))),
);
