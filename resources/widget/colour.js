// Colours: what can be read on the mission's colour, and the mission's colour where it would drown.

const FALLBACK = "#1f6feb";

/** The mission's colour, the text colour that reads best on it (4.5:1 or better for any colour), and that one's opposite. */
export function palette(colour) {
  const accent = /^#[0-9a-f]{6}$/i.test(colour ?? "") ? colour : FALLBACK;
  const light = luminance(accent);
  const onWhite = 1.05 / (light + 0.05);
  const onBlack = (light + 0.05) / 0.05;
  const [onAccent, against] = onWhite >= Math.min(4.5, onBlack) ? ["#ffffff", "#000000"] : ["#000000", "#ffffff"];
  return { accent, onAccent, against };
}

/** Relative luminance, as WCAG 2 defines it. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel) {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}
