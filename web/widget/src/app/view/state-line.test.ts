import { describe, expect, it } from "vitest";
import type { Config } from "../../shared/contract";
import type { ChatView } from "../chat/chat-view";
import type { Conversation } from "../chat/messages";
import { emptyChat } from "../chat/state";
import { en } from "../texts/en";
import { es } from "../texts/es";
import { personLine, stateLine } from "./state-line";

const config = { assistant_name: "Lumi", people: { available: true, wait_minutes: 3 } } as Config;

function view(change: Partial<Conversation> | null, more: Partial<ChatView> = {}): ChatView {
  const open: Conversation = { id: "c", status: "open", holder: "assistant", agent: null, wait_minutes: null, people_available: true, agent_read_seq: 0, rating: null };
  const conversation = change && { ...open, ...change };
  return { chat: { ...emptyChat, conversation }, outbox: [], link: "live", loading: false, unread: 0, person: null, sound: false, ...more };
}

describe("the line that says with whom one speaks", () => {
  it("names the assistant as an AI from the first moment", () => {
    expect(stateLine(view(null), config, en)).toBe("Talking to Lumi, an AI assistant");
    expect(stateLine(view({}), config, es("tu"))).toBe("Hablas con Lumi, asistente de IA");
    expect(stateLine(view({}), config, es("usted"))).toBe("Habla con Lumi, asistente de IA");
  });

  it("promises no AI where only people answer", () => {
    expect(stateLine(view(null), { ...config, assistant_name: null }, en)).toBe(en.ready);
  });

  it("tells the wait honestly", () => {
    expect(stateLine(view({ holder: "queue", wait_minutes: 4 }), config, en)).toContain("4\u00a0min");
    expect(stateLine(view({ holder: "queue" }), config, en)).toBe(en.waiting);
    expect(stateLine(view({ holder: "queue", wait_minutes: 4, people_available: false }), config, en)).toBe(en.waitingAway);
  });

  it("names the person, and the end", () => {
    expect(stateLine(view({ holder: "agent", agent: { name: "Marta" } }), config, en)).toBe("Talking to Marta, from the team");
    expect(stateLine(view({ holder: "agent", status: "resolved" }), config, en)).toBe(en.ended);
  });
});

describe("the notice of a request for a person", () => {
  it("makes room for the state line once that tells the same", () => {
    expect(personLine(view({ holder: "queue" }, { person: "asked" }), config, en)).toBeNull();
  });
});

describe("the answer to asking for a person", () => {
  it("depends on what is true at the time", () => {
    expect(personLine(view(null), config, en)).toBeNull();
    expect(personLine(view(null, { person: "queued" }), config, en)).toBe(en.personQueued);
    expect(personLine(view(null, { person: "asked" }), config, en)).toBe(en.personAsked);
    expect(personLine(view(null, { person: "asked" }), { ...config, people: { available: false, wait_minutes: null } }, en)).toBe(en.personAway);
    expect(personLine(view({ holder: "queue", people_available: false }, { person: "already" }), config, en)).toBe(en.personAway);
    expect(personLine(view({ holder: "agent", agent: { name: "Marta" } }, { person: "already" }), config, en)).toContain("Marta");
  });
});
