import type { Api, Fact } from "./api";
import type { Session } from "./session";

/** What is remembered of the customer; nothing where nobody has written yet. */
export class Memory {
  constructor(
    private readonly api: Api,
    private readonly session: Session,
  ) {}

  async facts(): Promise<readonly Fact[]> {
    const token = this.session.current();
    return token ? (await this.api.facts(token)).facts : [];
  }

  async forget(): Promise<void> {
    const token = this.session.current();
    if (token) await this.api.forget(token);
  }
}
