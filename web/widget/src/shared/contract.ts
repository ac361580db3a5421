import type { Locale } from "./locale";

/** What the site wrote into the script tag. */
export interface Settings {
  readonly key: string;
  /** Where the server is, without a slash at the end. */
  readonly base: string;
  readonly locale?: string | undefined;
  readonly color?: string | undefined;
  readonly position?: string | undefined;
  readonly scheme?: string | undefined;
  readonly identity?: string | undefined;
  readonly open: boolean;
}

/** What the workspace set, from GET /api/v1/chat/config. */
export interface Config {
  readonly workspace: string;
  readonly assistant_name: string | null;
  readonly locale: string;
  readonly theme: { readonly color: string; readonly position: string; readonly scheme: string };
  readonly greeting: string;
  readonly starters: readonly string[];
  readonly uploads: { readonly max_bytes: number; readonly types: readonly string[] };
  readonly people: { readonly available: boolean; readonly wait_minutes: number | null };
  readonly privacy_url: string | null;
  readonly form: "tu" | "usted";
}

/** What the loader gives to the app. */
export interface Host {
  readonly root: ShadowRoot;
  readonly settings: Settings;
  readonly locale: Locale;
  readonly config: Config | null;
  readonly identity: string | null;
  /** Asks again for a configuration that could not be had before; resolves to null when it still cannot. */
  reloadConfig(): Promise<Config | null>;
  setUnread(count: number): void;
  close(): void;
  /** Passes the page's Trusted Types, where it enforces them. */
  trustHtml(html: string): string;
}

/** What the app gives back. */
export interface App {
  show(focus: boolean): void;
  hide(): void;
  identify(identity: string | null): void;
  setLocale(locale: Locale): void;
}

/** What the site may call. */
export interface PublicApi {
  open(): void;
  close(): void;
  identify(identity: string | null): void;
  setLocale(locale: string): void;
}

declare global {
  interface Window {
    Relevo?: PublicApi;
    /** Where the app, a plain script so that it needs no CORS, leaves its door for the loader. */
    RelevoApp?: (host: Host) => App;
  }
}
