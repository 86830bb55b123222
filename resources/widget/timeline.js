// The timeline: what the message list shows, in order, as plain values.
//
// Entries: `{key, kind: "day" | "line" | "greeting", text}` and `{key, kind: "message", author, text, files, leaving, name, meta, state, joined}`;
// `leaving` is `{names, cargo, stoppable}` while a message's files are still here.

import { away, greeting } from "./availability.js";
import { isAlive } from "./conversation.js";
import { safe } from "./links.js";

/** List the entries of a session's conversations and of what it has still to send. */
export function timeline(session, words) {
  const said = session.conversations.flatMap((conversation) => [
    ...conversation.messages.map((message) => received(message, conversation, session.base, words)),
    ...closing(conversation, words),
  ]);
  const shown = new Set(said.map(({ key }) => key));
  const waiting = session.pending.filter(({ id }) => !shown.has(id)).map((message) => unsent(message, session, words));
  const entries = [...withDays([...said, ...waiting], words, session.clock.now()), ...notices(session, words)];
  return withMarks(entries, words);
}

function received({ id, author, text, files, name, seq, at }, { seenByExpert }, base, words) {
  const shared = { key: id, kind: "message", author, text, files: files.map((file) => placed(file, base)), at };
  if (author === "expert") return { ...shared, name: name ?? words.say("expert"), state: null };
  return { ...shared, name: words.say("you"), state: seq <= seenByExpert ? "seen" : "sent" };
}

/** A file with its addresses on the server. */
function placed(file, base) {
  const at = (path) => path && safe(path, base);
  return { ...file, href: at(file.url), thumbnail: at(file.thumbnail) };
}

function unsent({ id, text, names, at, flying, cargo }, { connection }, words) {
  const state = connection === "connected" || flying ? "sending" : "queued";
  return { key: id, kind: "message", author: "visitor", text, files: [], leaving: names && { names, cargo, stoppable: !flying }, name: words.say("you"), at: new Date(at), state };
}

function closing({ id, status, closedBy, closedAt }, words) {
  if (status !== "closed") return [];
  const name = closedBy === "visitor" ? "closed_visitor" : "closed_expert";
  return [{ key: `closed ${id}`, kind: "line", text: words.say(name), at: closedAt }];
}

/** Put the day before the first entry of each day, unless all is of today. */
function withDays(entries, words, now) {
  let shown = now.toDateString();
  return entries.flatMap((entry) => {
    const date = entry.at?.toDateString() ?? shown;
    if (date === shown) return [entry];
    shown = date;
    return [{ key: `day ${date}`, kind: "day", text: words.day(entry.at, now) }, entry];
  });
}

/** What the desk says when there is nobody to say it. */
function notices({ mission, clock, current, conversations, pending }, words) {
  if (!mission) return [];
  const now = clock.now();
  if (!conversations.length && !pending.length) return [{ key: "greeting", kind: "greeting", text: greeting(mission, now, words) }];
  const line = (text) => (text ? [{ key: "notice", kind: "line", text }] : []);
  const variant = mission.asynchronous ? "_asynchronous" : "";
  if (!isAlive(current)) return line(pending.length ? null : away(mission, now, words));
  return line(current.busy && ((mission.open === false && away(mission, now, words)) || words.say(`queued${variant}`)));
}

/** Add to each message what is written under it and whether it goes on from the one above. */
function withMarks(entries, words) {
  const last = entries.findLast((entry) => entry.state === "sent" || entry.state === "seen");
  return entries.map((entry, row) => {
    if (entry.kind !== "message") return entry;
    const above = entries[row - 1];
    const joined = above?.kind === "message" && above.author === entry.author && above.name === entry.name;
    const tells = entry.state && (entry === last || entry.state === "sending" || entry.state === "queued");
    const meta = tells ? `${words.hour(entry.at)} · ${words.say(`state_${entry.state}`)}` : words.hour(entry.at);
    return { ...entry, joined, meta };
  });
}
