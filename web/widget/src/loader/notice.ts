import { keepItem, newItem } from "../shared/outbox-item";
import type { Store } from "../shared/storage";
import type { Locale } from "../shared/locale";
import { element } from "./elements";
import { personRequest } from "../shared/person-request";
import { loaderTexts } from "./texts";

/** Shown when not even the app could be loaded: says so, and still takes the request for a person. */
export function failureNotice(locale: Locale, store: Store, retry: () => void): HTMLElement {
  const texts = loaderTexts[locale];
  const text = element("p", {}, texts.failed);
  const again = element("button", { type: "button", class: "main" }, texts.retry);
  const person = element("button", { type: "button" }, texts.person);
  const close = element("button", { type: "button" }, texts.dismiss);
  const notice = element("div", { class: "notice", role: "alert" }, text, element("div", {}, again, person, close));
  again.onclick = retry;
  close.onclick = () => notice.remove();
  person.onclick = () => {
    keepItem(store, newItem(personRequest[locale]));
    text.textContent = texts.personKept;
    person.remove();
    again.focus();
  };
  return notice;
}
