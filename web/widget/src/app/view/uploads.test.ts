import { describe, expect, it } from "vitest";
import { en } from "../texts/en";
import { fileProblem, limitsOf } from "./uploads";

const limits = limitsOf(null);

describe("files before they are uploaded", () => {
  it("lets images and PDF through", () => {
    expect(fileProblem({ name: "a.png", type: "image/png", size: 10 }, limits, en, "en")).toBeNull();
    expect(fileProblem({ name: "a.pdf", type: "application/pdf", size: 10 }, limits, en, "en")).toBeNull();
  });

  it("says why others are not taken", () => {
    expect(fileProblem({ name: "a.svg", type: "image/svg+xml", size: 10 }, limits, en, "en")).toBe(en.fileType("a.svg"));
    expect(fileProblem({ name: "a.png", type: "image/png", size: limits.bytes + 1 }, limits, en, "en")).toContain("10 MB");
    expect(fileProblem({ name: "a.png", type: "image/png", size: 0 }, limits, en, "en")).toBe(en.fileEmpty("a.png"));
  });
});
