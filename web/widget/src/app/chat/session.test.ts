import { describe, expect, it } from "vitest";
import { subjectOf } from "./session";

const signed = (claims: object) => `e30.${btoa(JSON.stringify(claims)).replace(/=+$/, "")}.signature`;

describe("whom a signed identity names", () => {
  it("is the same for every token of one customer, and nobody without one", () => {
    expect(subjectOf(signed({ sub: "42", exp: 1 }))).toBe("42");
    expect(subjectOf(signed({ sub: "42", exp: 2 }))).toBe("42");
    expect(subjectOf(signed({ sub: "43" }))).not.toBe("42");
    expect(subjectOf(null)).toBe("");
  });

  it("takes what it cannot read for a customer of its own", () => {
    expect(subjectOf("nonsense")).toBe("nonsense");
  });
});
