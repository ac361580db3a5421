import type { Config } from "../../shared/contract";
import type { ChatView } from "../chat/chat-view";
import type { Conversation } from "../chat/messages";
import type { Texts } from "../texts/texts";

/** With whom one speaks, or for whom one waits, told as it is. */
export function stateLine(view: ChatView, config: Config | null, texts: Texts): string {
  const { conversation } = view.chat;
  if (!conversation) return firstLine(config, texts);
  if (conversation.status === "resolved") return texts.ended;
  if (conversation.holder === "agent") return texts.withMember(conversation.agent?.name || texts.member);
  if (conversation.holder === "queue") return waitLine(conversation, texts);
  return assistantLine(config, texts);
}

function firstLine(config: Config | null, texts: Texts): string {
  return config?.assistant_name ? assistantLine(config, texts) : texts.ready;
}

function assistantLine(config: Config | null, texts: Texts): string {
  return texts.withAssistant(config?.assistant_name || texts.assistant);
}

function waitLine(conversation: Conversation, texts: Texts): string {
  if (!conversation.people_available) return texts.waitingAway;
  return conversation.wait_minutes ? texts.waitingMinutes(conversation.wait_minutes) : texts.waiting;
}

/** What became of the request for a person. */
export function personLine(view: ChatView, config: Config | null, texts: Texts): string | null {
  const { conversation } = view.chat;
  switch (view.person) {
    case null:
      return null;
    case "asking":
      return texts.personAsking;
    case "queued":
      return texts.personQueued;
    case "asked":
      // Once the conversation waits for a person, the state line says so.
      if (conversation && conversation.holder !== "assistant" && conversation.status !== "resolved") return null;
      return config?.people.available === false ? texts.personAway : texts.personAsked;
    case "already":
      if (conversation?.holder === "agent") return texts.personAlreadyMember(conversation.agent?.name || texts.member);
      return conversation && !conversation.people_available ? texts.personAway : texts.personAlready;
  }
}
