// Availability: what is said before anything is typed, when the opening hours or an empty desk ask for it.

/** The sentence for a visitor who has not written yet: a greeting, or when somebody will be there. */
export function greeting(mission, now, words) {
  const sentence = away(mission, now, words);
  if (sentence === null) return words.say(mission.asynchronous ? "greeting_asynchronous" : "greeting");
  if (mission.asynchronous) return `${sentence} ${words.say("away_asynchronous")}`;
  return mission.open === false && mission.opens_at ? sentence : `${sentence} ${words.say("away_live")}`;
}

/** Why nobody answers now: outside the hours, or nobody at the desks; null if somebody may. */
export function away(mission, now, words) {
  if (mission.open === false) return mission.opens_at ? back(new Date(mission.opens_at), now, words) : words.say("away");
  return mission.available ? null : words.say("unavailable");
}

function back(moment, now, words) {
  const days = Math.round((midnight(moment) - midnight(now)) / 86_400_000);
  const name = ["back_today", "back_tomorrow"][days] ?? (days < 7 ? "back_weekday" : "back_day");
  return words.say(name, { weekday: words.weekday(moment), day: words.date(moment), hour: words.hour(moment) });
}

function midnight(moment) {
  return new Date(moment).setHours(0, 0, 0, 0);
}
