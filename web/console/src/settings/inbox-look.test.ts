import { describe, expect, it } from "vitest";
import type { Inbox } from "../api/types";
import { asChange, lookOf, readsWhiteOn } from "./inbox-look";

const inbox: Inbox = {
  id: "i", name: "Web", channel: "chat", widget_key: "k", theme: { color: "#0F766B", position: "left", scheme: "dark" },
  greeting: { es: "¡Hola!" }, starters: { es: ["Uno", "Dos"] }, allowed_origins: ["https://a.example"], assistant_name: "Lumi", privacy_url: null,
};

describe("the look of a chat", () => {
  it("comes back as it was when nothing is edited", () => {
    expect(asChange(lookOf(inbox))).toMatchObject({
      name: "Web", assistant_name: "Lumi", theme: { color: "#0f766b", position: "left", scheme: "dark" }, greeting: { es: "¡Hola!" },
      starters: { es: ["Uno", "Dos"] }, allowed_origins: ["https://a.example"], privacy_url: null,
    });
  });

  it("has at most six questions, and no empty lines", () => {
    const starters = { es: "a\n\n b \nc\nd\ne\nf\ng", en: "" };
    expect(asChange({ ...lookOf(inbox), starters }).starters).toEqual({ es: ["a", "b", "c", "d", "e", "f"] });
  });

  it("warns of colours on which white cannot be read", () => {
    expect(readsWhiteOn("#0f766b")).toBe(true);
    expect(readsWhiteOn("#ffd84d")).toBe(false);
    expect(readsWhiteOn("not a colour")).toBe(false);
  });
});
