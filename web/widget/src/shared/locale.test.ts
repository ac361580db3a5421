import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale";

describe("the widget's language", () => {
  it("is the first one that it speaks", () => {
    expect(chooseLocale([undefined, "es-MX", "en"])).toBe("es");
    expect(chooseLocale(["", "en_GB"])).toBe("en");
    expect(chooseLocale(["ES"])).toBe("es");
    expect(chooseLocale([undefined, "ca", "es"])).toBe("es");
  });

  it("is English when it speaks none of them", () => {
    expect(chooseLocale([])).toBe("en");
    expect(chooseLocale(["de", "est", null])).toBe("en");
  });
});
