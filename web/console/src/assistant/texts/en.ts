import { plural } from "../../i18n/plural";
import type { AssistantDictionary } from "./es";

const many = plural("en");

export const en: AssistantDictionary = {
  title: "Assistant", back: "Back to the inbox",
  sections: { topics: "Autonomy", recalls: "Corrections" },
  saved: "Saved.", failed: "Could not be saved.",
  level: { off: "Off", observe: "Observes", suggest: "Suggests", approve: "With approval", autonomous: "Answers alone" },
  levelHint: {
    off: "Only people answer.", observe: "Thinks of its answer in the shadow; nobody sees it until a person has answered.",
    suggest: "The agent sees its proposal and writes the answer.", approve: "The agent lets it go out with one key.",
    autonomous: "Answers customers, always with a person one step away.",
  },
  topics: {
    lead: "What the assistant may do on each topic, by what it has shown in your own conversations.",
    running: "The assistant is running", runningHint: "Stopping takes effect in less than five seconds; its conversations go to the queue.",
    stop: "Stop the assistant", stopTitle: "Stop the assistant?", stopText: "It will no longer answer on any topic or channel. The conversations it holds go to the people in your team.",
    stopReason: "Reason (your team will see it)", stopped: "The assistant is stopped",
    stoppedBy: (name, when) => `Stopped by ${name}, ${when}.`, resume: "Start it again", resumed: "The assistant is running again.",
    defaultTitle: "All topics", defaultHint: "Holds for topics without a level of their own.", inherits: "as all topics",
    onlyFor: (language, channel) => [language, channel].filter(Boolean).join(" · "),
    topic: "Topic", level: "Level", evidence: "What it has shown",
    answers: (n) => many(n, { one: "1 answer", other: `${n} answers` }), compared: (n) => many(n, { one: "1 compared", other: `${n} compared` }),
    agreement: (share, low) => `agrees in ${share} (at least ${low})`, noEvidence: "No conversations show it yet",
    unsupported: (n) => many(n, { one: "1 sentence without a source", other: `${n} sentences without a source` }), noneUnsupported: "no sentence without a source",
    repeats: (n) => many(n, { one: "1 customer wrote again", other: `${n} customers wrote again` }),
    promote: (level) => `Move up to “${level}”`, promoteHint: "It has passed the threshold in your own conversations.",
    overrideTitle: "It has not shown this yet", overrideText: (level) => `The conversations on this topic do not support “${level}” yet. An admin can do it all the same; the reason is kept.`,
    overrideReason: "Reason", override: "Move up all the same", setBy: (name, when) => `${name}, ${when}`, notices: "Latest changes",
    notice: {
      promoted: (from, to) => `Up from “${from}” to “${to}”`, demoted: (from, to) => `Down from “${from}” to “${to}”`,
      set: (_, to) => `Now “${to}”`, stopped: () => "Assistant stopped", resumed: () => "Assistant running",
    },
    changed: (topic, level) => `${topic}: ${level.toLowerCase()}.`, levelOf: (topic) => `Level of ${topic}`,
  },
  recalls: {
    lead: "Answers that stood on something that has changed: who got them, and the correction ready to be sent.",
    open: "Open", sent: "Sent", dismissed: "Dismissed", none: "Nothing to correct", noneText: "When an article changes, you see here which answers stood on it and who got them.",
    noneOf: { sent: "No correction has been sent yet.", dismissed: "None has been dismissed." },
    said: "They were told", was: "The article said", now: "Now it says", gone: "It is no longer published.", draft: "Correcting message", send: "Send correction", dismiss: "Dismiss",
    open_: "See the conversation", done: "Correction sent.", dropped: "Dismissed.", nameless: "Visitor", count: (n) => many(n, { one: "1 answer", other: `${n} answers` }),
    article: (title, from, to) => (to === null ? `${title} (revision ${from}, withdrawn)` : `${title} (revision ${from} → ${to})`),
  },
};
