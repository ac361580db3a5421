import { h, type ComponentChild } from "preact";

// The server sends sanitised HTML. This second wall takes it apart and builds our own elements from a short list, so that
// nothing the list does not name can reach the page, whatever the server let through.

/** As much of a DOM node as is looked at. */
export interface Markup {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<Markup>;
  getAttribute?(name: string): string | null;
}

const TEXT = 3;
const ELEMENT = 1;
const DEEPEST = 12;

const KEPT: Readonly<Record<string, string>> = {
  P: "p",
  BR: "br",
  STRONG: "strong",
  B: "strong",
  EM: "em",
  I: "em",
  UL: "ul",
  OL: "ol",
  LI: "li",
  CODE: "code",
  PRE: "pre",
  BLOCKQUOTE: "blockquote",
  H1: "h4",
  H2: "h4",
  H3: "h4",
  H4: "h4",
};

/** Their content is no text for people: it goes with them. */
const DROPPED = new Set(
  "SCRIPT STYLE TEMPLATE NOSCRIPT IFRAME OBJECT EMBED SVG MATH TITLE HEAD TEXTAREA SELECT BUTTON FORM INPUT VIDEO AUDIO IMG".split(" "),
);

export function richText(nodes: ArrayLike<Markup>, depth = 0): ComponentChild[] {
  return Array.from(nodes, (node) => richNode(node, depth));
}

function richNode(node: Markup, depth: number): ComponentChild {
  if (node.nodeType === TEXT) return node.nodeValue;
  const name = node.nodeName.toUpperCase();
  if (node.nodeType !== ELEMENT || DROPPED.has(name)) return null;
  const children = richText(node.childNodes, depth + 1);
  if (name === "A") return link(node.getAttribute?.("href") ?? null, children);
  const kept = depth < DEEPEST ? KEPT[name] : undefined;
  if (!kept) return children;
  return kept === "br" ? h("br", null) : h(kept, null, children);
}

function link(href: string | null, children: ComponentChild[]): ComponentChild {
  const url = safeUrl(href);
  if (!url) return children;
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer nofollow" }, children);
}

/** Web, mail and telephone addresses; anything else, above all `javascript:`, is no link. */
export function safeUrl(href: string | null | undefined, base?: string): string | null {
  if (!href) return null;
  try {
    const url = new URL(href, base);
    return ["https:", "http:", "mailto:", "tel:"].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** Null when nothing is in it, or when the page lets nothing be parsed: the plain text is shown instead. */
export function parseHtml(html: string, trust: (html: string) => string): ArrayLike<Markup> | null {
  try {
    const { body } = new DOMParser().parseFromString(trust(html), "text/html");
    return body.textContent?.trim() ? body.childNodes : null;
  } catch {
    return null;
  }
}
