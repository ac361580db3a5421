import { createElement, Fragment, type ReactNode, useMemo } from "react";
import { safeAddress } from "../../conversation/safe-html";
import styles from "./editor.module.css";

const PLAIN = new Set([
  "P", "BR", "HR", "STRONG", "B", "EM", "I", "S", "UL", "OL", "LI", "CODE", "PRE", "BLOCKQUOTE", "H1", "H2", "H3", "H4", "H5", "H6", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD",
]);
const EMPTY = new Set(["BR", "HR"]);

/** An article as readers see it. The server has cleaned its HTML; it is drawn from an allow-list all the same. */
export function ArticleHtml({ html, locale }: { html: string; locale: string }) {
  const nodes = useMemo(() => children(new DOMParser().parseFromString(html, "text/html").body), [html]);
  return (
    <div className={styles.prose} lang={locale || undefined}>
      {nodes}
    </div>
  );
}

function children(parent: Node): ReactNode[] {
  return [...parent.childNodes].map((node, index) => <Fragment key={index}>{draw(node)}</Fragment>);
}

function draw(node: Node): ReactNode {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.tagName;
  if (name === "A") return link(node);
  if (EMPTY.has(name)) return createElement(name.toLowerCase());
  return PLAIN.has(name) ? createElement(name.toLowerCase(), null, children(node)) : null;
}

function link(node: Element): ReactNode {
  const href = safeAddress(node.getAttribute("href"));
  if (!href) return children(node);
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children(node)}
    </a>
  );
}
