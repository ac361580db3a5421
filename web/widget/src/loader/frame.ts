import type { Config, Settings } from "../shared/contract";
import type { Locale } from "../shared/locale";
import { adoptStyles } from "../shared/styles";
import { accentColour, accentVariables, chosenScheme, widgetPosition } from "../shared/theme";
import css from "./launcher.css?inline";
import { loaderTexts } from "./texts";

/** The element on the page that holds everything in its shadow, and wears the theme. */
export class Frame {
  readonly element = document.createElement("div");
  readonly root = this.element.attachShadow({ mode: "open" });
  private readonly dark = matchMedia("(prefers-color-scheme: dark)");
  private config: Config | null = null;

  constructor(private readonly settings: Settings) {
    this.element.id = "relevo-widget";
    this.element.setAttribute("role", "region");
    this.element.dir = "ltr";
    this.element.hidden = true;
    adoptStyles(this.root, css);
    this.dark.addEventListener("change", () => this.wear(this.config));
    keepKeysInside(this.element);
    document.body.append(this.element);
  }

  setLocale(locale: Locale): void {
    this.element.lang = locale;
    this.element.setAttribute("aria-label", loaderTexts[locale].region);
  }

  wear(config: Config | null): void {
    this.config = config;
    const scheme = chosenScheme(this.settings, config, this.dark.matches);
    this.element.dataset["scheme"] = scheme;
    this.element.dataset["position"] = widgetPosition(this.settings, config);
    const variables = accentVariables(accentColour(this.settings, config), scheme);
    for (const [name, value] of Object.entries(variables)) this.element.style.setProperty(name, value);
  }
}

/** The page sees keys in a shadow root as keys on a plain element: its shortcuts would fire while a customer writes. */
function keepKeysInside(element: HTMLElement): void {
  for (const type of ["keydown", "keypress", "keyup"]) element.addEventListener(type, (event) => event.stopPropagation());
}
