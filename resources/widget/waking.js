// Waking: finds out that the computer slept, when no browser event tells.

const TICK = 5_000;
const SLEPT = 20_000;

/** Call back each time this page goes on after a sleep. A hidden page's timers are slow anyway: that is no sleep. */
export function watchSleep(woken) {
  let last = Date.now();
  setInterval(() => {
    const slept = Date.now() - last > SLEPT;
    last = Date.now();
    if (slept && !document.hidden) woken();
  }, TICK);
  document.addEventListener("resume", woken);
}
