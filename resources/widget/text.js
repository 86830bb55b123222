// Words: the language of the page, its sentences and its way of writing hours and days.

/** Choose the visitor's language: the page's own, then the browser's, then English. */
export function chooseLanguage(languages, wanted = [document.documentElement.lang, ...navigator.languages]) {
  const known = wanted.map((tag) => tag.toLowerCase().split("-")[0]).find((tag) => tag in languages);
  return known ?? "en";
}

/** Give the functions that say things in one language. */
export function wording(language, sentences) {
  const local = navigator.languages.find((tag) => tag.split("-")[0] === language) ?? language;
  const hour = written({ timeStyle: "short" });
  const date = written({ weekday: "long", day: "numeric", month: "long" });
  const weekday = written({ weekday: "long" });

  /** A way to write moments; made when the first is written, for that takes its time. */
  function written(options) {
    let format;
    return (moment) => (format ??= new Intl.DateTimeFormat(local, options)).format(moment);
  }

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
    return date(moment);
  }

  return { language, say, day, hour, date, weekday, has: (name) => name in sentences };
}
