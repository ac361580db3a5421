import type { App, Host } from "../shared/contract";

declare const __APP_FILE__: string;

type Start = (host: Host) => App;

/** Loads the app once. A second try asks for the fixed name, in case an upgrade has removed the hashed file. */
export class AppScript {
  private loading: Promise<Start> | null = null;

  constructor(
    private readonly base: string,
    private readonly nonce: string,
    private readonly trustUrl: (url: string) => string,
  ) {}

  load(): Promise<Start> {
    this.loading ??= this.insert(__APP_FILE__).catch(() => this.insert(`app.js?t=${Date.now()}`));
    return this.loading.catch((error: unknown) => {
      this.loading = null;
      throw error;
    });
  }

  private insert(file: string): Promise<Start> {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.async = true;
      if (this.nonce) script.nonce = this.nonce;
      script.src = this.trustUrl(`${this.base}/widget/assets/${file}`);
      script.onload = () => (window.RelevoApp ? resolve(window.RelevoApp) : reject(new Error("empty app")));
      script.onerror = () => reject(new Error("app not loaded"));
      document.head.append(script);
    });
  }
}
