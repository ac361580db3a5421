import type { Store } from "../../shared/storage";
import { Problem, type Api } from "./api";

/** Who this browser is to the server: a token, made when the customer first writes, kept for the next visit. */
export class Session {
  private making: Promise<string> | null = null;
  private identity: string | null;

  constructor(
    private readonly api: Api,
    private readonly store: Store,
    private readonly key: string,
    private readonly locale: () => string,
    identity: string | null,
  ) {
    this.identity = identity;
  }

  /** The token we have, if it belongs to whom the site says is here. */
  current(): string | null {
    const mine = (this.store.get("who") ?? "") === subjectOf(this.identity);
    const refused = this.store.get("refused");
    // A customer whose identity was refused goes on as before, until the site brings another proof.
    return mine && (refused === null || refused === proofOf(this.identity)) ? this.store.get("token") : null;
  }

  /** Somebody else, signed in to the site, used the chat in this browser before. */
  belongsToOther(): boolean {
    const who = this.store.get("who");
    return who !== null && who !== "" && who !== subjectOf(this.identity);
  }

  /** The site vouches for the customer, as far as we know. */
  hasIdentity(): boolean {
    return this.identity !== null && this.store.get("refused") !== proofOf(this.identity);
  }

  token(): Promise<string> {
    const known = this.current();
    if (known) return Promise.resolve(known);
    this.making ??= this.create().finally(() => (this.making = null));
    return this.making;
  }

  /** The server no longer knows this token. */
  forget(token?: string): void {
    if (token && this.store.get("token") !== token) return;
    this.store.remove("token");
    this.store.remove("who");
    this.store.remove("refused");
  }

  /** Returns whether it is somebody else than before, whose conversation must not be shown on. */
  identify(identity: string | null): boolean {
    const before = subjectOf(this.identity);
    this.identity = identity;
    return subjectOf(identity) !== before;
  }

  private async create(): Promise<string> {
    const { token } = await this.request(this.identity).catch((error: unknown) => this.createUnproved(error));
    // In this order: other tabs look at the rest as soon as the token appears.
    this.store.set("who", subjectOf(this.identity));
    this.store.set("token", token);
    return token;
  }

  /** A wrong or expired signature must not cost the customer the chat: they stay anonymous. */
  private createUnproved(error: unknown): Promise<{ token: string }> {
    const refused = error instanceof Problem && [400, 401, 403, 422].includes(error.status);
    if (!this.identity || !refused) throw error;
    console.warn("Relevo: the identity was refused; the customer stays anonymous.");
    this.store.set("refused", proofOf(this.identity));
    return this.request(null);
  }

  private request(identity: string | null): Promise<{ token: string }> {
    // Without query and fragment: they may carry secrets of the site.
    const page = { url: (location.origin + location.pathname).slice(0, 2000), title: document.title.slice(0, 200) };
    return this.api.createSession({ widget_key: this.key, locale: this.locale(), page, ...(identity ? { identity } : {}) });
  }
}

/** Only to tell customers of this browser apart; whether the signature holds is for the server to say. */
export function subjectOf(identity: string | null): string {
  if (!identity) return "";
  try {
    const payload = identity.split(".")[1] ?? "";
    const text = atob(payload.replace(/-/g, "+").replace(/_/g, "/"));
    return String((JSON.parse(text) as { sub?: unknown }).sub ?? identity);
  } catch {
    return identity;
  }
}

/** Enough of the signature to tell one proof from another. */
function proofOf(identity: string | null): string {
  return identity?.slice(-16) ?? "";
}
