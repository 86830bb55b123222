// The viewport: how much of the page can be seen, above a phone's keyboard, and whether the panel takes all of it.

const NARROW = matchMedia("(max-width: 480px), (max-height: 440px)");

/** Whether the panel fills the screen. */
export function isNarrow() {
  return NARROW.matches;
}

/** Keep `--visible` and `--top` of a host current, from the first call of what this gives; call back at a turn to or from full screen. */
export function watchViewport(host, turned) {
  const seen = window.visualViewport;
  const fit = () => {
    const zoomed = seen && seen.scale > 1.01; // Somebody looks closer: nothing moves.
    host.style.setProperty("--visible", `${seen ? Math.round(seen.height * seen.scale) : innerHeight}px`);
    host.style.setProperty("--top", `${seen && !zoomed ? seen.offsetTop : 0}px`);
  };
  seen?.addEventListener("resize", fit);
  seen?.addEventListener("scroll", fit); // iOS moves the page under the keyboard.
  NARROW.addEventListener("change", turned);
  return fit;
}
