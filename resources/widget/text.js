// Words: the language of the page, its sentences and its way of writing hours and days.

/** Choose the visitor's language: the page's own, then the browser's, then English. */
export function chooseLanguage(languages, wanted = [document.documentElement.lang, ...navigator.languages]) {
  const known = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag in languages);
  return known ?? "en";
}

/** Give the functions that say things in one language. */
export function wording(language, sentences) {
  const local = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
  const hours = new Intl.DateTimeFormat(local, { timeStyle: "short" });
  const days = new Intl.DateTimeFormat(local, { weekday: "long", day: "numeric", month: "long" });
  const weekdays = new Intl.DateTimeFormat(local, { weekday: "long" });

  /** The sentence of that name, with its variables filled in. */
  function say(name, variables = {}) {
    const sentence = sentences[name] ?? name;
    return sentence.replace(/\{(\w+)\}/g, (whole, key) => String(variables[key] ?? whole));
  }

  /** "Today", "Yesterday" or the day in full, seen from `now`. */
  function day(moment, now) {
    const yesterday = new Date(now);
    yesterday.setDate(yesterday.getDate() - 1);
    if (moment.toDateString() === now.toDateString()) return say("today");
    if (moment.toDateString() === yesterday.toDateString()) return say("yesterday");
    return days.format(moment);
  }

  return {
    language,
    say,
    day,
    hour: (moment) => hours.format(moment),
    weekday: (moment) => weekdays.format(moment),
    date: (moment) => days.format(moment),
    has: (name) => name in sentences,
  };
}
