// The looks: one style sheet for the shadow root, with the mission's colours; light or dark as the page is.

import { FILE_RULES } from "./style_files.js";

/** The style sheet for a palette of `colour.js`. Made by script, so a strict content security policy allows it. */
export function styles({ accent, onAccent, against }) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { --accent: ${accent}; --on-accent: ${onAccent}; --pressed: color-mix(in srgb, ${accent} 82%, ${against}); }\n${RULES}${FILE_RULES}`);
  return sheet;
}

const RULES = `
:host {
  all: initial !important; color-scheme: light;
  --surface: #ffffff; --ground: #f5f7fa; --raised: #edf0f5; --line: #dde2ea;
  --text: #1b2333; --muted: #5c677a; --alert: #b42318; --alert-ground: #fef1f0; --amber: #8a4b00; --amber-ground: #fff5e0;
  --star: #d97706; --ring: #1f6feb; --shadow: 0 12px 40px rgb(20 30 50 / .18), 0 2px 8px rgb(20 30 50 / .1);
}
:host([data-scheme=dark]) {
  color-scheme: dark !important; --surface: #1a2029; --ground: #12171f; --raised: #2a323f; --line: #343d4b;
  --text: #e8ecf3; --muted: #a3aec0; --alert: #ff9c92; --alert-ground: #3a1f1e; --amber: #ffcf87; --amber-ground: #35290f;
  --star: #fbbf24; --ring: #7db1ff; --shadow: 0 12px 40px rgb(0 0 0 / .55), 0 0 0 1px var(--line);
}
* { box-sizing: border-box; margin: 0; font: inherit; color: inherit; }
[hidden] { display: none !important; }
.bubble, .panel {
  position: fixed; z-index: 2147483000; color: var(--text);
  font: 400 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; letter-spacing: 0; text-align: start;
}
svg { width: 20px; height: 20px; display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
button { border: 0; background: none; cursor: pointer; padding: 0; }
:focus-visible { outline: 2px solid var(--ring); outline-offset: 2px; }
textarea, input[type=email] {
  display: block; width: 100%; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: var(--text);
  padding: 9px 12px; resize: none; font-size: 16px; line-height: 1.4; appearance: none;
}
textarea::placeholder, input::placeholder { color: var(--muted); opacity: 1; }
textarea:focus, input[type=email]:focus { outline: 2px solid var(--ring); outline-offset: -1px; border-color: transparent; }

.bubble {
  right: max(20px, env(safe-area-inset-right)); bottom: max(20px, env(safe-area-inset-bottom)); width: 58px; height: 58px; border-radius: 50%;
  background: var(--accent); color: var(--on-accent); box-shadow: 0 6px 20px rgb(20 30 50 / .28), 0 0 0 1px rgb(255 255 255 / .18);
  display: grid; place-items: center; transition: transform .15s ease;
}
.bubble:hover { transform: translateY(-2px); }
.bubble svg { width: 27px; height: 27px; }
.bubble:focus-visible { outline-width: 3px; outline-offset: 3px; }
.count {
  position: absolute; top: -4px; right: -4px; min-width: 23px; height: 23px; padding: 0 6px; border-radius: 12px; background: #c8231a; color: #fff;
  font-size: 13px; font-weight: 700; line-height: 23px; text-align: center; box-shadow: 0 0 0 2px #fff;
}

.panel {
  right: 20px; bottom: 20px; width: 384px; height: min(640px, calc(var(--visible, 100vh) - 40px));
  display: flex; flex-direction: column; overflow: hidden; border-radius: 16px; background: var(--surface); box-shadow: var(--shadow); animation: rise .18s ease-out;
}
.panel:focus { outline: none; }
@keyframes rise { from { opacity: 0; transform: translateY(10px); } }

.header { background: var(--accent); color: var(--on-accent); flex: none; }
.bar { display: flex; align-items: center; gap: 12px; padding: 13px 10px 13px 16px; }
.mark {
  flex: none; min-width: 38px; height: 38px; padding: 0 5px; border-radius: 11px; background: var(--on-accent); color: var(--accent);
  display: grid; place-items: center; font-weight: 700; font-size: 14px; text-transform: uppercase;
}
.title { flex: 1; min-width: 0; }
h2 { font-size: 16px; font-weight: 650; line-height: 1.25; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.status { font-size: 13px; line-height: 1.35; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.bar button { flex: none; min-width: 38px; height: 38px; border-radius: 10px; display: grid; place-items: center; }
.sound[aria-pressed=true] path:last-child { display: none; }
.sound { margin-right: -8px; }
.bar .end { padding: 0 10px; font-size: 13.5px; font-weight: 600; margin-right: -8px; }
.bar { touch-action: none; } /* A finger on the bar moves no page behind it. */
.bar button:hover { background: var(--pressed); }
.bar button:focus-visible { outline-color: var(--on-accent); outline-offset: -3px; }
.question { background: var(--surface); color: var(--text); padding: 14px 16px; border-bottom: 1px solid var(--line); }
.question p { font-weight: 600; margin-bottom: 10px; }
.offline { flex: none; font-size: 13px; padding: 8px 16px; background: var(--amber-ground); color: var(--amber); }
.offline { animation: patience 1.5s step-end; } /* A link that is back at once needs no word. */
@keyframes patience { from { position: absolute; visibility: hidden; } }
.offline:empty, .thanks:empty { display: none; }

.thread { flex: 1; min-height: 0; overflow-y: auto; overscroll-behavior: contain; padding: 16px; background: var(--ground); scrollbar-width: thin; scrollbar-color: var(--line) transparent; }
.thread:focus-visible { outline-offset: -3px; }
.rows { display: flex; flex-direction: column; }
.day, .line { align-self: center; text-align: center; color: var(--muted); font-size: 13px; margin: 14px 0 4px; max-width: 92%; text-wrap: balance; }
.rows > :first-child { margin-top: 0; }
.day { font-weight: 600; }
.day::first-letter { text-transform: uppercase; }
.greeting { align-self: flex-start; max-width: 90%; padding: 10px 14px; border-radius: 14px; border-bottom-left-radius: 5px; background: var(--raised); }
.message { align-self: flex-start; max-width: 84%; margin-top: 12px; }
.message.joined { margin-top: 4px; }
.message.joined .author { display: none; }
.message[data-author=visitor] { align-self: flex-end; }
.author { display: block; font-size: 12px; font-weight: 600; color: var(--muted); margin: 0 0 3px 12px; }
[data-author=visitor] .author, .unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
.unseen { position: fixed; }
.balloon { padding: 8px 13px 6px; border-radius: 14px; background: var(--raised); border-bottom-left-radius: 5px; }
[data-author=visitor] .balloon { background: var(--accent); color: var(--on-accent); border-radius: 14px; border-bottom-right-radius: 5px; box-shadow: inset 0 0 0 1px rgb(0 0 0 / .1); }
[data-state=queued] .balloon { background: none; color: var(--text); box-shadow: inset 0 0 0 1.5px var(--accent); }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.text a { text-decoration: underline; text-underline-offset: 2px; }
.meta { display: block; text-align: end; font-size: 11.5px; line-height: 1.5; color: var(--muted); }
[data-author=visitor] .meta { color: inherit; }
.typing { color: var(--muted); font-size: 13px; margin-top: 10px; }

.footer { flex: none; border-top: 1px solid var(--line); background: var(--surface); padding-bottom: env(safe-area-inset-bottom); }
.composer { display: flex; align-items: flex-end; gap: 8px; padding: 12px; }
.composer textarea { flex: 1; min-height: 42px; border-radius: 12px; overflow-y: auto; scrollbar-width: thin; }
.send { flex: none; width: 42px; height: 42px; border-radius: 12px; background: var(--accent); color: var(--on-accent); display: grid; place-items: center; }
.consent { padding: 10px 16px 0; font-size: 12.5px; color: var(--muted); }
.consent a { text-decoration: underline; text-underline-offset: 2px; }
.alert { margin: 12px 12px 0; padding: 8px 12px; border-radius: 10px; font-size: 13px; background: var(--alert-ground); color: var(--alert); }
.thanks { padding: 10px 16px 0; font-size: 13px; color: var(--muted); }
.buttons { display: flex; gap: 8px; }
.primary, .quiet { min-height: 38px; padding: 0 16px; border-radius: 10px; font-size: 14px; font-weight: 600; }
.primary { background: var(--accent); color: var(--on-accent); box-shadow: 0 0 0 1px color-mix(in srgb, var(--text) 12%, transparent); }
.send:hover, .primary:hover { background: var(--pressed); }
.quiet { color: var(--muted); }
.quiet:hover { background: var(--raised); }
.invitation { margin: 12px 12px 0; padding: 12px; border: 1px solid var(--line); border-radius: 12px; background: var(--ground); }
.invitation p { font-size: 13.5px; margin-bottom: 9px; }
.invitation .buttons { margin-top: 9px; }
.invitation .alert { margin: 9px 0 0; }

.survey { padding: 16px; display: grid; gap: 16px; max-height: calc(var(--visible, 100vh) * .72); overflow-y: auto; }
.survey .alert { margin: 0; }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { font-weight: 600; padding: 0; margin-bottom: 8px; }
.choices { display: flex; }
.choices label { position: relative; cursor: pointer; display: grid; place-items: center; }
.choices input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
.choices label:has(:focus-visible) { outline: 2px solid var(--ring); outline-offset: 1px; border-radius: 9px; }
.csat .choices { gap: 2px; margin-left: -6px; }
.csat label { width: 46px; height: 44px; color: var(--muted); }
.csat svg { width: 31px; height: 31px; stroke-width: 1.5; }
.csat:has(:checked) label { color: var(--star); }
.csat:has(:checked) label svg { fill: currentColor; }
.csat label:has(:checked) ~ label { color: var(--muted); }
.csat label:has(:checked) ~ label svg { fill: none; }
.csat .choices:hover label { color: var(--star); }
.csat .choices label:hover ~ label { color: var(--muted); }
.nps .choices { gap: 4px; }
.nps label { flex: 1; height: 38px; border: 1px solid var(--line); border-radius: 8px; font-size: 14px; font-variant-numeric: tabular-nums; }
.nps label:hover { background: var(--raised); }
.nps label:has(:checked) { background: var(--accent); color: var(--on-accent); border-color: transparent; font-weight: 650; }
.ends { display: flex; justify-content: space-between; font-size: 12px; color: var(--muted); margin-top: 5px; }
.csat .ends { width: 234px; }

@media (max-width: 480px), (max-height: 440px) {
  .panel { inset: var(--top, 0) 0 auto; width: 100%; height: var(--visible, 100dvh); border-radius: 0; box-shadow: none; }
  .bar { padding-top: max(13px, env(safe-area-inset-top)); }
  .bar button, .primary, .quiet { min-height: 44px; }
  .bar button { min-width: 44px; }
}
@media (prefers-reduced-motion: reduce) { .panel { animation: none; } .bubble { transition: none; } }
@media (forced-colors: active) { .bubble, .panel, .balloon, .send, .primary { border: 1px solid; } .choices :checked { outline: 2px solid; opacity: .3; } }
@media print { .bubble, .panel { display: none !important; } }
`;
