// The scheme: dark only where the page itself says that it is dark now, never a dark chat on a light page.

const DARK = matchMedia("(prefers-color-scheme: dark)");

/** Whether the page is shown in dark colours, as its `color-scheme` has it. */
export function isDark() {
  const styled = getComputedStyle(document.documentElement).colorScheme;
  const said = styled && styled !== "normal" ? styled : document.querySelector('meta[name="color-scheme"]')?.content;
  if (!/\bdark\b/.test(said ?? "")) return false;
  return DARK.matches || !/\blight\b/.test(said);
}

/** Call back when the visitor's system turns dark or light. */
export function watchScheme(changed) {
  DARK.addEventListener("change", changed);
}
