// Drawings: the demo shops' pictures, drawn here so that nothing is fetched from anywhere.

const wheel = (x, y, r, tyre) => `
  <circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="#2b2f36" stroke-width="${tyre}"/>
  <circle cx="${x}" cy="${y}" r="${r - tyre / 2 - 2}" fill="none" stroke="#b9c0c9" stroke-width="1.5"/>
  ${Array.from({ length: 10 }, (_, spoke) => {
    const turn = (spoke * Math.PI) / 5;
    return `<path d="M${x} ${y}L${x + Math.cos(turn) * (r - 4)} ${y + Math.sin(turn) * (r - 4)}" stroke="#c8ced6" stroke-width="1"/>`;
  }).join("")}
  <circle cx="${x}" cy="${y}" r="4.5" fill="#2b2f36"/>`;

function bike({ frame, tyre = 5, r = 42, bars = "flat", basket = false, ground = "#e6efe8" }) {
  const handle = bars === "flat" ? "M206 52l-4-14h-16m16 0h8" : "M206 52l-5-18c-8-4-16-2-20 4m20-4c4-2 8-1 10 2";
  return `<svg viewBox="0 0 300 190" role="img" aria-hidden="true">
    <rect width="300" height="190" fill="${ground}"/>
    <ellipse cx="150" cy="168" rx="124" ry="7" fill="#000" opacity=".07"/>
    ${wheel(82, 122, r, tyre)}${wheel(226, 122, r, tyre)}
    <g fill="none" stroke="${frame}" stroke-width="6.5" stroke-linejoin="round" stroke-linecap="round">
      <path d="M82 122L124 66L206 64M82 122L144 124L209 72M124 66L144 124M206 58L226 122"/>
    </g>
    <path d="M120 54L124 66M106 52c10-5 22-5 30 0" fill="none" stroke="#2b2f36" stroke-width="6" stroke-linecap="round"/>
    <path d="${handle}" fill="none" stroke="#2b2f36" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>
    <circle cx="144" cy="124" r="12" fill="none" stroke="#2b2f36" stroke-width="4"/>
    <path d="M144 124l14 14m-4 3h10M144 124l-14-14m-4-3h-8" stroke="#2b2f36" stroke-width="4" stroke-linecap="round"/>
    <path d="M84 118L142 112M84 127L142 136" stroke="#6b727c" stroke-width="1.5"/>
    ${basket ? '<path d="M214 46h38l-5 26h-28z" fill="#d9b382" stroke="#8a6435" stroke-width="2"/><path d="M216 54h34M217 62h31M226 46l2 26M240 46l-2 26" stroke="#8a6435" stroke-width="1.5"/>' : ""}
  </svg>`;
}

function bottle({ glass, label, foil, ground = "#f3ebe4", wood = false }) {
  return `<svg viewBox="0 0 300 190" role="img" aria-hidden="true">
    <rect width="300" height="190" fill="${ground}"/>
    <ellipse cx="150" cy="172" rx="92" ry="7" fill="#000" opacity=".08"/>
    ${wood ? '<rect x="62" y="108" width="176" height="64" rx="4" fill="#d8b98c"/><path d="M62 129h176M62 151h176" stroke="#b8935e" stroke-width="2"/>' : ""}
    <path d="M139 22h22v34c0 12 15 18 15 38v72c0 4-3 6-6 6h-40c-3 0-6-2-6-6V94c0-20 15-26 15-38z" fill="${glass}"/>
    <path d="M139 18h22v24h-22z" fill="${foil}"/>
    <path d="M131 96c1-12 9-18 11-26" stroke="#fff" stroke-width="4" stroke-linecap="round" fill="none" opacity=".28"/>
    <rect x="124" y="104" width="52" height="42" fill="${label}"/>
    <path d="M134 117h32M138 125h24M142 133h16" stroke="#5b4636" stroke-width="2"/>
    <path d="M212 112c0 26-4 34-16 34s-16-8-16-34z" transform="translate(22 0)" fill="#fff" opacity=".8"/>
    <path d="M233 128c-1 13-5 18-15 18s-14-5-15-18z" fill="${glass}" opacity=".85"/>
    <path d="M218 146v22m-11 2h22" stroke="#cfc8c0" stroke-width="3" stroke-linecap="round"/>
  </svg>`;
}

/** The pictures by name. */
export const drawings = {
  vtt: bike({ frame: "#0f7a4a", tyre: 10 }),
  vttRed: bike({ frame: "#c2411c", tyre: 10, ground: "#f5e9e3" }),
  vttBlue: bike({ frame: "#1d5fa8", tyre: 10, r: 39, ground: "#e4ecf5" }),
  city: bike({ frame: "#d99a1c", bars: "round", basket: true, ground: "#f7f0df" }),
  cityBlue: bike({ frame: "#3b6e8f", bars: "round", ground: "#e4ecf0" }),
  electric: bike({ frame: "#2b2f36", bars: "round", basket: true, ground: "#e9e9ec" }),
  red: bottle({ glass: "#4a1524", label: "#f6efe2", foil: "#7a1f33" }),
  redOld: bottle({ glass: "#2c2a20", label: "#e9dcc0", foil: "#9a7b2e", ground: "#efe9dc" }),
  redLight: bottle({ glass: "#7a2338", label: "#fff8ee", foil: "#2f4a3a", ground: "#f4e8e6" }),
  white: bottle({ glass: "#b9b36a", label: "#fffdf4", foil: "#c9a94e", ground: "#f3f1e0" }),
  whiteDry: bottle({ glass: "#8ea57a", label: "#f7f7ee", foil: "#40614d", ground: "#e9efe4" }),
  box: bottle({ glass: "#4a1524", label: "#f6efe2", foil: "#9a7b2e", wood: true, ground: "#f2e9dc" }),
};
