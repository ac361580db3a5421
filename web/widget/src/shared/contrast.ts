// Colours as WCAG 2.2 measures them, so that any theme colour gives readable text.

export type Rgb = readonly [number, number, number];

const BLACK: Rgb = [17, 17, 17];
const PURE_BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

/** #rgb or #rrggbb; null for anything else, so that a setting can never smuggle other CSS in. */
export function parseHex(text: string | null | undefined): Rgb | null {
  const hex = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(text?.trim() ?? "")?.[1];
  if (!hex) return null;
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join("") : hex;
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as unknown as Rgb;
}

export function toHex(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** White or near-black: whichever reads on this background. Pure black where near-black falls short of 4.5. */
export function textOn(background: Rgb): Rgb {
  if (contrast(WHITE, background) >= 4.5) return WHITE;
  return contrast(BLACK, background) >= 4.5 ? BLACK : PURE_BLACK;
}

/** The colour itself, or moved towards black or white just far enough to stand out from `surface` by `ratio`. */
export function readableOn(colour: Rgb, surface: Rgb, ratio: number): Rgb {
  const goal = luminance(surface) > 0.18 ? PURE_BLACK : WHITE;
  for (let step = 0; step <= 20; step += 1) {
    const mixed = mix(colour, goal, step / 20);
    if (contrast(mixed, surface) >= ratio) return mixed;
  }
  return goal;
}

export function mix(from: Rgb, to: Rgb, share: number): Rgb {
  return from.map((part, index) => Math.round(part + ((to[index] ?? 0) - part) * share)) as unknown as Rgb;
}
