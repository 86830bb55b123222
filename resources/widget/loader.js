// The one script that a site embeds: GET /widget/{mission}.js answers with this file, completed.
//
// The server puts the modules of this folder in the place of __MODULES__, one after the other without their imports and
// exports (so no two may use the same name at their top level), and {mission, name, mark, colour, base, languages} in the
// place of __PUPITRE__. One request, no build step, nothing that a strict content security policy forbids. `base` is the
// server's address when it cannot be told from this script's own. Nothing here may throw on the site's page.
(() => {
  "use strict";
  const settings = "__PUPITRE__";
  const here = document.currentScript?.src;
  const base = settings.base ?? (here && new URL("..", here).href);
  if (!base || document.querySelector("pupitre-widget")) return;
  settings.base = `${base}/`.replace(/\/+$/, "/");

  "__MODULES__";

  const begin = () => {
    try {
      start(settings);
    } catch {
      // A browser too old for the chat: the site goes on without it.
    }
  };
  const whenIdle = () => (window.requestIdleCallback ?? setTimeout)(begin, { timeout: 1_500 }); // The site's own work first.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", whenIdle, { once: true });
  else whenIdle();
})();
