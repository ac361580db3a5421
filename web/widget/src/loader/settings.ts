import type { Settings } from "../shared/contract";

/** The tag that brought us. `currentScript` is empty when a tag manager inserted it as a module. */
export function findScript(): HTMLScriptElement | null {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.dataset["key"]) return current;
  return document.querySelector<HTMLScriptElement>('script[data-key][src*="/widget/v1.js"]');
}

/**
 * All that the site may set stands in the tag:
 * `<script src="https://HOST/widget/v1.js" data-key="…" async></script>`, with, where wanted, `data-locale` (es, en),
 * `data-color` (#rrggbb), `data-position` (left, right), `data-scheme` (auto, light, dark), `data-identity` (a JWT signed by the
 * site's server) and `data-open`. The server's address is the one the script came from.
 */
export function readSettings(script: HTMLScriptElement): Settings {
  const data = script.dataset;
  return {
    key: data["key"] ?? "",
    base: new URL("..", script.src).href.replace(/\/$/, ""),
    locale: data["locale"],
    color: data["color"],
    position: data["position"],
    scheme: data["scheme"],
    identity: data["identity"] || undefined,
    open: data["open"] !== undefined && data["open"] !== "false",
  };
}
