import { describe, expect, it } from "vitest";
import { contrast, parseHex, readableOn, textOn, type Rgb } from "./contrast";
import { accentVariables } from "./theme";

const steps = [0, 51, 102, 119, 153, 204, 255];
const palette: Rgb[] = steps.flatMap((red) => steps.flatMap((green) => steps.map((blue): Rgb => [red, green, blue])));
const hex = (text: string | undefined) => parseHex(text) as Rgb;

describe("contrast", () => {
  it("is measured as WCAG does", () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  it("suffices for text on any theme colour", () => {
    for (const colour of palette) expect(contrast(textOn(colour), colour)).toBeGreaterThanOrEqual(4.5);
  });

  it("suffices for the theme colour as text, in both schemes", () => {
    for (const colour of palette) {
      for (const scheme of ["light", "dark"] as const) {
        const variables = accentVariables(colour, scheme);
        const surface: Rgb = scheme === "light" ? [255, 255, 255] : [28, 29, 32];
        expect(contrast(hex(variables["--accent-text"]), hex(variables["--tint"]))).toBeGreaterThanOrEqual(4.5);
        expect(contrast(hex(variables["--accent-text"]), surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(hex(variables["--on-accent"]), hex(variables["--accent"]))).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it("leaves a colour alone that is readable already", () => {
    expect(readableOn([20, 60, 60], [255, 255, 255], 4.5)).toEqual([20, 60, 60]);
  });
});

describe("colours in settings", () => {
  it("are read in both lengths, and anything else is refused", () => {
    expect(parseHex("#fff")).toEqual([255, 255, 255]);
    expect(parseHex("b4501e")).toEqual([180, 80, 30]);
    for (const text of ["red", "#12", "#ff00ff;}*{display:none", "url(x)", "", null, undefined]) expect(parseHex(text)).toBeNull();
  });
});
