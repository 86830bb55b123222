// Files: what may be attached, seen from here; the server looks at the contents and has the last word.

const LARGEST = 10 * 1024 * 1024;
const MOST = 10;
const TYPES = /^(image\/(png|jpeg|gif|webp)|application\/pdf|text\/plain)$/;

export const ACCEPTED = "image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain";

/** Why this file cannot be added to so many others: the name of a refusal, or null. */
export function unfit(file, others) {
  if (others >= MOST) return "too_many";
  if (file.size > LARGEST) return "too_large";
  return file.size && TYPES.test(file.type || "text/plain") ? null : "wrong_type";
}

/** A size as people read it. */
export function sized(bytes, { language }) {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(bytes, 100) / 1_000, "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  const digits = { maximumFractionDigits: value < 10 ? 1 : 0 };
  return new Intl.NumberFormat(language, { style: "unit", unit, ...digits }).format(value);
}
