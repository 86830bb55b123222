// The demo shop's page: drawn from its goods, in the language of the address or of the browser.

import { drawings } from "./drawings.js";
import { anyShop, shared, shops } from "./goods.js";

const { mission, name, colour } = document.documentElement.dataset;
const query = new URLSearchParams(location.search);
const language = chosenLanguage();
const words = shared[language];
const shop = shops[mission] ?? anyShop;
const here = location.pathname.split("/")[3] ?? "";
const page = shop.pages[here];

function chosenLanguage() {
  const asked = query.get("lang") ?? navigator.language.slice(0, 2);
  return asked === "fr" ? "fr" : "en";
}

/** The address of a page, which keeps the language that was asked for. */
function address(key, asked = query.get("lang")) {
  return `/demo/${mission}${key && `/${key}`}${asked ? `?lang=${asked === "fr" ? "fr" : "en"}` : ""}`;
}

function element(tag, className, ...children) {
  const made = document.createElement(tag);
  made.className = className;
  made.append(...children);
  return made;
}

function link(className, href, text) {
  const made = element("a", className, text);
  made.href = href;
  return made;
}

function picture(key, className) {
  const frame = element("div", className);
  frame.innerHTML = drawings[key]; // Our own drawings, nothing that anybody typed.
  return frame;
}

function head() {
  const menu = element("nav", "menu", ...Object.entries(shop.pages).map(([key, { menu: words }]) => {
    const item = link("", address(key), words[language]);
    if (key === here) item.setAttribute("aria-current", "page");
    return item;
  }));
  const other = link("language", address(here, language === "fr" ? "en" : "fr"), words.other);
  other.lang = language === "fr" ? "en" : "fr";
  return element("header", "head", link("brand", address(""), name), menu, other, element("span", "basket", `${words.basket} (0)`));
}

function article({ art, name: title, text, price }) {
  const euros = new Intl.NumberFormat(language, { style: "currency", currency: "EUR", minimumFractionDigits: price % 1 ? 2 : 0 }).format(price);
  const button = element("button", "buy", words.buy);
  button.type = "button";
  const body = element("div", "about", element("h3", "", title[language]), element("p", "", text[language]),
    element("div", "row", element("strong", "", euros), button));
  return element("article", "card", picture(art, "art"), body);
}

function content() {
  if (!page) return [element("section", "lead", element("h1", "", words.missing), element("p", "", link("", address(""), words.back)))];
  const intro = element("div", "intro", element("p", "tagline", shop.tagline[language]), element("h1", "", page.title[language]),
    element("p", "", page.lead[language]), element("p", "help", words.help));
  const lead = here ? element("section", "lead", intro) : element("section", "lead home", intro, picture(shop.hero, "art"));
  return [lead, element("section", "cards", ...page.articles.map(article))];
}

document.documentElement.lang = language;
document.documentElement.style.setProperty("--brand", colour);
document.title = `${page ? page.title[language] : words.missing} · ${name}`;
document.body.prepend(head(), element("main", "", ...content()), element("footer", "foot", words.note));
