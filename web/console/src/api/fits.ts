/**
 * What the console expects of the server, held against the server's own description (client/openapi.json) when it is
 * compiled: a field that is missing or of another kind stops the build. No code comes out of this file.
 */
import type { components } from "../../../client/schema";
import type {
  Attachment, ConversationReading, Intent, IntentDetails, IntentModel, Me, Member, Message, Reading, ShippedIntent, Summary, Taken, Topic, Tried,
  Understood,
} from "./types";

type Described = components["schemas"];
type Fits<Given extends Expected, Expected> = Given;

export type Checked = [
  Fits<Described["Summary"], Summary>,
  Fits<Described["AgentMessageView"], Message>,
  Fits<Described["AttachmentView"], Attachment>,
  Fits<Described["Me"], Omit<Me, "csrf_token" | "member">>,
  Fits<Described["MemberView"], Omit<Member, "active">>,
  Fits<Described["ReadingView"], Reading>,
  Fits<Described["ConversationReadingView"], ConversationReading>,
  Fits<Described["Understood"], Understood>,
  Fits<Described["TopicView"], Topic>,
  Fits<Described["IntentView"], Intent>,
  Fits<Described["IntentDetail"], IntentDetails>,
  Fits<Described["ShippedIntentView"], ShippedIntent>,
  Fits<Described["ImportView"], Taken>,
  Fits<Described["ModelView"], IntentModel>,
  Fits<Described["Tried"], Tried>,
];
