import type { Locale } from "../shared/locale";
import { element, icon } from "./elements";
import { loaderTexts } from "./texts";

const CHAT = "M12 4c-4.7 0-8.5 3.1-8.5 7 0 2.2 1.2 4.1 3.1 5.4L6 20l3.9-2.3c.7.1 1.4.2 2.1.2 4.7 0 8.5-3.1 8.5-7S16.7 4 12 4Z";
const DOWN = "m6 9.5 6 6 6-6";

/** The round button. It is all that stands on the page until a customer opens the chat. */
export class Launcher {
  readonly button = element("button", { type: "button", class: "launcher", "aria-haspopup": "dialog" });
  private readonly badge = element("span", { class: "badge", hidden: "" });
  private readonly label = element("span", { class: "hidden" });
  private unread = 0;
  private open = false;
  private busy = false;

  constructor(private locale: Locale) {
    const icons = element("span", { class: "icons" }, icon("chat", CHAT), icon("down", DOWN));
    this.button.append(icons, element("span", { class: "spinner", "aria-hidden": "true" }), this.badge, this.label);
    this.draw();
  }

  setLocale(locale: Locale): void {
    this.locale = locale;
    this.draw();
  }

  setOpen(open: boolean): void {
    this.open = open;
    this.draw();
  }

  setBusy(busy: boolean): void {
    this.busy = busy;
    this.draw();
  }

  setUnread(count: number): void {
    this.unread = count;
    this.draw();
  }

  private draw(): void {
    const texts = loaderTexts[this.locale];
    const shown = this.unread > 0 && !this.open;
    this.badge.hidden = !shown;
    this.badge.textContent = this.unread > 9 ? "9+" : String(this.unread);
    this.badge.setAttribute("aria-hidden", "true");
    const action = this.busy ? texts.loading : this.open ? texts.close : texts.open;
    this.label.textContent = shown ? `${action} (${texts.unread(this.unread)})` : action;
    this.button.setAttribute("aria-expanded", String(this.open));
    this.button.toggleAttribute("data-open", this.open);
    this.button.toggleAttribute("data-busy", this.busy);
  }
}
