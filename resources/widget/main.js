// The start: puts memory, words, session and widget together on the site's page.

import { takenLink } from "./arrival.js";
import { Memory } from "./memory.js";
import { Session } from "./session.js";
import { chooseLanguage, wording } from "./text.js";
import { Widget } from "./widget.js";

/** Start the chat of one mission; `settings` is what the server wrote into the loader. */
export function start(settings) {
  const language = chooseLanguage(settings.languages);
  const memory = new Memory(settings.mission);
  const link = takenLink();
  if (link) memory.write("open", "yes");
  const words = wording(language, settings.languages[language]);
  const widget = new Widget(settings, words, memory);
  const session = new Session({ ...settings, link }, memory, language, widget);
  widget.attach(session);
  session.run();
}
