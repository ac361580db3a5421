import { describe, expect, it } from "vitest";
import { marked } from "./marking";

describe("marking up a selection", () => {
  it("puts marks around what is selected and keeps it selected", () => {
    const { text, from, to } = marked("free returns", 0, 4, "bold");
    expect(text).toBe("**free** returns");
    expect(text.slice(from, to)).toBe("free");
  });

  it("numbers every line that the selection touches", () => {
    expect(marked("open\npress\nwait\nend", 6, 12, "steps").text).toBe("open\n1. press\n2. wait\nend");
  });

  it("makes a section of the line where the cursor is", () => {
    expect(marked("Returns\nText", 3, 3, "heading").text).toBe("## Returns\nText");
  });

  it("sets a table apart from what stands before it", () => {
    expect(marked("Prices:", 7, 7, "table").text).toBe("Prices:\n\n|  |  |\n|---|---|\n|  |  |\n");
  });
});
