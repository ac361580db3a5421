import { toChildArray, type ComponentChild, type VNode } from "preact";
import { describe, expect, it } from "vitest";
import { richText, safeUrl, type Markup } from "./rich-text";

function text(value: string): Markup {
  return { nodeType: 3, nodeName: "#text", nodeValue: value, childNodes: [] };
}

function node(name: string, children: Markup[] = [], attributes: Record<string, string> = {}): Markup {
  return { nodeType: 1, nodeName: name, nodeValue: null, childNodes: children, getAttribute: (key) => attributes[key] ?? null };
}

/** What would stand on the page. */
function markup(child: ComponentChild): string {
  if (Array.isArray(child)) return child.map(markup).join("");
  if (child === null || child === undefined || typeof child === "boolean") return "";
  if (typeof child !== "object") return String(child);
  const { type, props } = child as VNode<{ children?: ComponentChild; [name: string]: unknown }>;
  const { children, ...attributes } = props;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${String(value)}"`).join("");
  return `<${String(type)}${written}>${markup(toChildArray(children))}</${String(type)}>`;
}

const shown = (...nodes: Markup[]) => markup(richText(nodes));

describe("HTML from the server", () => {
  it("keeps simple formatting", () => {
    expect(shown(node("P", [text("a "), node("B", [text("b")])]), node("UL", [node("LI", [text("c")])]))).toBe(
      "<p>a <strong>b</strong></p><ul><li>c</li></ul>",
    );
  });

  it("drops elements that act, with all that is in them", () => {
    const acting = ["SCRIPT", "STYLE", "IFRAME", "svg", "MATH", "FORM", "IMG", "OBJECT", "TEMPLATE"].map((name) => node(name, [text("alert(1)")]));
    expect(shown(...acting, text("left"))).toBe("left");
  });

  it("takes no attribute over", () => {
    expect(shown(node("P", [text("a")], { onclick: "alert(1)", style: "position:fixed", class: "panel", id: "x" }))).toBe("<p>a</p>");
  });

  it("keeps the text of elements it does not know", () => {
    expect(shown(node("DIV", [node("CENTER", [text("a")])]))).toBe("a");
  });

  it("keeps text however deep it lies", () => {
    const deep = Array.from({ length: 400 }).reduce<Markup>((inner) => node("B", [inner]), text("deep"));
    expect(shown(deep)).toContain("deep");
  });

  it("makes links that open elsewhere and tell nothing of the page, and only to addresses", () => {
    expect(shown(node("A", [text("x")], { href: "https://example.com/a" }))).toBe(
      '<a href="https://example.com/a" target="_blank" rel="noopener noreferrer nofollow">x</a>',
    );
    for (const href of ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", " javascript:x", "java\nscript:x", "blob:x", "/relative"]) {
      expect(shown(node("A", [text("x")], { href }))).toBe("x");
    }
  });
});

describe("addresses", () => {
  it("are completed from the server's", () => {
    expect(safeUrl("/files/1", "https://chat.example/")).toBe("https://chat.example/files/1");
    expect(safeUrl("javascript:alert(1)", "https://chat.example/")).toBeNull();
    expect(safeUrl(null)).toBeNull();
  });
});
