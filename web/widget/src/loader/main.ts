import type { PublicApi } from "../shared/contract";
import { findScript, readSettings } from "./settings";
import { Widget } from "./widget";

const script = findScript();
if (script && !window.Relevo) begin(script);

function begin(script: HTMLScriptElement): void {
  const settings = readSettings(script);
  const nonce = script.nonce ?? "";
  whenBodyIsThere(() => {
    if (window.Relevo) return;
    const widget = new Widget(settings, nonce);
    window.Relevo = publicApi(widget);
    window.dispatchEvent(new Event("relevo:ready"));
    void widget.start();
  });
}

function publicApi(widget: Widget): PublicApi {
  return {
    open: () => widget.open(),
    close: () => widget.close(),
    identify: (identity) => widget.identify(identity),
    setLocale: (locale) => void widget.setLocale(locale),
  };
}

function whenBodyIsThere(act: () => void): void {
  if (document.body) act();
  else document.addEventListener("DOMContentLoaded", act, { once: true });
}
