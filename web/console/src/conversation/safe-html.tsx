import { createElement, Fragment, type ReactNode, useMemo } from "react";

const PLAIN = new Set(["P", "BR", "STRONG", "B", "EM", "I", "U", "S", "UL", "OL", "LI", "CODE", "PRE", "BLOCKQUOTE", "SPAN"]);
const SWALLOWED = new Set(["SCRIPT", "STYLE", "TEMPLATE", "IFRAME", "OBJECT", "SVG", "MATH", "NOSCRIPT", "TITLE"]);
const DEEPEST = 20;

/** The server has cleaned this already. It is drawn from an allow-list all the same: nothing unknown becomes an element. */
export function SafeHtml({ html, text }: { html: string; text: string }) {
  const nodes = useMemo(() => (html ? read(html) : text), [html, text]);
  return <bdi dir="auto">{nodes}</bdi>;
}

function read(html: string): ReactNode {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  return children(parsed.body, 0);
}

function children(parent: Node, depth: number): ReactNode[] {
  return [...parent.childNodes].map((node, index) => <Fragment key={index}>{draw(node, depth)}</Fragment>);
}

function draw(node: Node, depth: number): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element) || SWALLOWED.has(node.tagName.toUpperCase())) return null;
  if (depth > DEEPEST) return node.textContent;
  if (node.tagName === "BR") return <br />;
  if (node.tagName === "A") return link(node, depth);
  const inside = children(node, depth + 1);
  return PLAIN.has(node.tagName) ? createElement(node.tagName.toLowerCase(), null, inside) : inside;
}

function link(node: Element, depth: number): ReactNode {
  const href = safeAddress(node.getAttribute("href"));
  const inside = children(node, depth + 1);
  if (!href) return inside;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {inside}
    </a>
  );
}

/** Only addresses that open a page, a mail or a call; never one that runs something. */
export function safeAddress(address: string | null | undefined): string | null {
  if (!address) return null;
  try {
    const { protocol, href } = new URL(address, location.origin);
    return ["http:", "https:", "mailto:", "tel:"].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}
