import { mix, parseHex, readableOn, textOn, toHex, type Rgb } from "./contrast";
import type { Config, Settings } from "./contract";

const FALLBACK: Rgb = [47, 93, 98];
const SURFACES: Record<Scheme, Rgb> = { light: [255, 255, 255], dark: [28, 29, 32] };

export type Scheme = "light" | "dark";

/** The site's own attributes win over what the workspace set. */
export function accentColour(settings: Settings, config: Config | null): Rgb {
  return parseHex(settings.color) ?? parseHex(config?.theme.color) ?? FALLBACK;
}

export function widgetPosition(settings: Settings, config: Config | null): "left" | "right" {
  return (settings.position ?? config?.theme.position) === "left" ? "left" : "right";
}

export function chosenScheme(settings: Settings, config: Config | null, systemIsDark: boolean): Scheme {
  const wanted = settings.scheme ?? config?.theme.scheme ?? "auto";
  if (wanted === "light" || wanted === "dark") return wanted;
  return systemIsDark ? "dark" : "light";
}

/** Every colour that depends on the theme colour, each checked against what it lies on. */
export function accentVariables(accent: Rgb, scheme: Scheme): Record<string, string> {
  const surface = SURFACES[scheme];
  const fill = readableOn(accent, surface, 1.5);
  const tint = mix(surface, accent, scheme === "light" ? 0.07 : 0.14);
  return {
    "--accent": toHex(fill),
    "--on-accent": toHex(textOn(fill)),
    "--tint": toHex(tint),
    "--accent-text": toHex(readableOn(accent, tint, 5)),
  };
}
