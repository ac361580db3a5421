import type { Dictionary } from "./es";
import { plural } from "./plural";
import { readingEn } from "./reading";

const many = plural("en");

export const en: Dictionary = {
  app: {
    name: "Relevo", console: "Console", skip: "Skip to the conversation", close: "Close", cancel: "Cancel",
    save: "Save", retry: "Try again", loading: "Loading…", back: "Back", copy: "Copy", copied: "Copied",
    delete: "Delete", edit: "Edit", more: "More actions",
  },
  signIn: {
    title: "Sign in", lead: "Service in your team’s hands, with AI at their side.", email: "E-mail",
    password: "Password", submit: "Sign in", wrong: "The e-mail or the password is wrong.",
    slow: (seconds) => `Too many attempts. Wait ${seconds} s, then try again.`,
    offline: "The server can’t be reached. Check your connection and try again.",
    failed: "The server could not sign you in. Try again.", ended: "Your session has ended. Sign in again.",
  },
  views: {
    mine: "Mine", unassigned: "Unassigned", waiting: "Waiting", all: "All", resolved: "Resolved", snoozed: "Snoozed",
  },
  viewsLabel: "Inbox views",
  areas: { knowledge: "Knowledge", assistant: "Assistant" },
  list: {
    label: "Conversations", search: "Search conversations", clear: "Clear search",
    found: (n) => many(n, { one: "1 result", other: `${n} results` }), more: "Loading more…", end: "That’s all.",
    failed: "The list could not be loaded.", unread: (n) => many(n, { one: "1 unread", other: `${n} unread` }),
    waits: (time) => `waiting for ${time}`, you: "You", draft: "Draft",
    empty: {
      mine: ["You have no conversations.", "Take one from “Unassigned” and it will be here."],
      unassigned: ["Nothing is unassigned.", "What asks for a person and nobody holds yet comes here."],
      waiting: ["Nobody is waiting.", "When someone waits for a person you’ll see it here, longest wait first."],
      all: ["There are no open conversations.", "As soon as someone writes in the chat, they’ll be here."],
      resolved: ["Nothing has been resolved yet.", "Conversations you resolve are kept here."],
      snoozed: ["Nothing is snoozed.", "What you snooze comes back to the inbox at its time."],
      search: ["No results.", "Try other words, a name or an e-mail address."],
    },
  },
  holder: { assistant: "Assistant", queue: "In queue", agent: "Agent", you: "You", nobody: "Nobody" },
  status: { open: "Open", snoozed: "Snoozed", resolved: "Resolved" },
  conversation: {
    pick: "Choose a conversation", pickHint: "J and K move through the list; Enter opens.",
    loadFailed: "The conversation could not be loaded.",
    gone: "This conversation no longer exists, or you may not see it.", older: "Load earlier messages",
    start: "Start of the conversation", log: "Messages", noMessages: "No messages yet.", assistant: "Assistant",
    ai: "AI", program: "Program", note: "Internal note", noteSeen: "Only your team sees it",
    sources: (n) => many(n, { one: "1 source", other: `${n} sources` }),
    outcome: {
      answer: "Answered", clarify: "Asked to clarify", procedure: "Followed a procedure",
      hand_off: "Handed off to a person",
    },
    read: "Read", sent: "Sent", sending: "Sending…", waiting: "Will be sent when the connection is back",
    failed: "Not sent", again: "Try again", discard: "Discard", toComposer: "Edit again",
    typing: (names) => (names.length === 1 ? `${names[0]} is typing…` : `${names.join(" and ")} are typing…`),
    viewing: (names) => many(names.length, { one: `${names[0]} is also viewing this conversation`, other: `${names.join(", ")} are also viewing this conversation` }),
    replying: (name) => `${name} is replying right now.`, quickReplies: "Options offered",
    newMessage: (who, text) => `New message from ${who}: ${text}`, latest: "Go to the latest message",
    image: (name) => `Image: ${name}`, today: "Today", yesterday: "Yesterday",
    rating: (score) => `Rating: ${score} of 5`, snoozedUntil: (when) => `Snoozed until ${when}`, wait: "Waiting for",
  },
  packet: {
    title: "Handed off to a person", wants: "What they want", summary: "What happened", asked: "What they asked",
    tried: "What was tried", suggestions: "Next steps", show: "Show the handoff", hide: "Hide the handoff",
  },
  reason: {
    requested: "Asked for a person", safety: "There may be danger", upset: "The customer is very upset",
    no_answer: "The assistant had no answer", failed_twice: "The assistant could not help twice",
    assistant_failed: "The assistant failed", fraud: "There may be fraud", urgent: "It cannot wait", by_agent: "Returned to the queue by the team",
  },
  composer: {
    label: "Compose", reply: "Reply", note: "Note", replyTo: (name) => `Reply to ${name}…`,
    notePlaceholder: "Write a note that only your team will see…", send: "Send", addNote: "Add note",
    attach: "Attach a file", macros: "Macros", drop: "Drop the files here",
    tooLong: (n) => many(n, { one: "1 character too many", other: `${n} characters too many` }),
    left: (n) => many(n, { one: "1 character left", other: `${n} characters left` }), sendWith: "Send with",
    enter: "Enter", ctrlEnter: "Ctrl + Enter", uploading: "Uploading…", uploadFailed: "Could not be uploaded",
    removeFile: (name) => `Remove ${name}`, tooLarge: (name) => `“${name}” is larger than 10 MB.`,
    badType: (name) => `“${name}” is neither an image nor a PDF.`, draftSaved: "Draft saved",
    draftUnsaved: "Draft not saved yet", draftFailed: "The draft could not be saved; trying again",
    takes: "By replying you take it.", takesAssistant: "The assistant holds it; by replying you take it.",
    heldBy: (name) => `${name} holds it.`, resolvedHint: "It is resolved. A reply opens it again.",
  },
  macro: {
    title: "Macros", search: "Search macros", none: "No macro matches.",
    empty: "There are no macros yet. An admin can add them in Settings.", insert: "Insert", apply: "Send and apply",
    does: "Also", resolve: "resolves the conversation", assign: "assigns it to you",
    snooze: (h) => many(h, { one: "snoozes it for 1 hour", other: `snoozes it for ${h} hours` }),
    tag: (tag) => `tags it “${tag}”`, failed: "The macro could not be applied.",
  },
  actions: {
    assign: "Assign", assignMe: "Assign to me", assignTo: "Assign to…", toQueue: "Return to the queue",
    handBack: "Hand back to the assistant", snooze: "Snooze", resolve: "Resolve", reopen: "Reopen",
    take: "Take the conversation", details: "Show or hide the contact panel",
    done: {
      assign: (name) => `Assigned to ${name}`, queue: "Returned to the queue", handBack: "The assistant holds it now",
      snooze: (when) => `Snoozed until ${when}`, resolve: "Conversation resolved", reopen: "Conversation reopened",
    },
    failed: "That could not be done.",
    conflict: "The conversation has changed in the meantime. Check it and try again.", undo: "Undo",
    pickMember: "Find a colleague", nobody: "Nobody has that name.",
  },
  snooze: {
    title: "Snooze until…", hour: "In 1 hour", threeHours: "In 3 hours", tomorrow: "Tomorrow at 9:00",
    monday: "Monday at 9:00", custom: "Another time", pick: "Date and time", past: "Choose a time in the future.",
  },
  conflict: {
    heldTitle: (name) => `${name} holds it`,
    heldText: (name) => `If you send your reply you take over, and ${name} no longer holds the conversation. Your message has not been sent yet.`,
    takeAndSend: "Take over and send", movedTitle: "The conversation has changed",
    movedText: (holder) => `While you were writing it passed into other hands. It is now held by: ${holder}. Your message has not been sent yet.`,
    sendAnyway: "Send anyway", keep: "Keep editing", other: "someone else",
  },
  contact: {
    label: "Contact", nameless: (handle) => `Visitor ${handle}`.trim(), tab: "Contact", knowledgeTab: "Knowledge",
    identities: "Identities", noIdentities: "Not identified.", verified: "Verified", attributes: "Attributes",
    noAttributes: "No attributes.", add: "Add attribute", key: "Name", value: "Value", history: "History",
    noHistory: "This is their first conversation.", page: "Current page", noPage: "Not known.", locale: "Language",
    since: "Customer since", seen: "Last seen", failed: "The contact could not be loaded.",
    saveFailed: "Could not be saved.", editAttribute: (key) => `Edit ${key}`, deleteAttribute: (key) => `Delete ${key}`,
    thisOne: "This one", keyTaken: "An attribute of that name exists already.", about: "Details",
    kind: { email: "E-mail", phone: "Phone", external: "External id" },
  },
  knowledge: {
    search: "Search the articles", hint: "Find an answer in your articles and take it into the message.",
    none: "No article speaks of that.", insert: "Take into message", open: "Open the article",
    failed: "The search failed.",
  },
  me: {
    menu: "Your account", availability: "Availability", online: "Online", away: "Away", offline: "Offline",
    language: "Language", scheme: "Appearance", auto: "System", light: "Light", dark: "Dark", settings: "Settings",
    password: "Change password", shortcuts: "Keyboard shortcuts", signOut: "Sign out", spanish: "Español", english: "English",
    failed: "The change could not be saved.",
  },
  password: {
    title: "Change your password", old: "Current password", next: "New password", hint: "At least 10 characters.",
    change: "Change it", done: "Password changed. Your other browsers have been signed out.",
    wrong: "That is not your current password.", weak: "This password is too short or too easy to guess.",
    failed: "The password could not be changed.",
  },
  live: {
    offline: "You are offline. What you write will be sent as soon as the connection is back.",
    connecting: "Reconnecting…", back: "Back online.",
  },
  palette: {
    open: "Command palette", placeholder: "Find an action or a conversation", nothing: "Nothing matches.",
    actions: "This conversation", go: "Go to", app: "Relevo", conversations: "Conversations",
  },
  keys: {
    title: "Keyboard shortcuts", move: "Move through the list", open: "Open the conversation", reply: "Reply",
    note: "Write a note", assign: "Assign to me", resolve: "Resolve", reopen: "Reopen", snooze: "Snooze",
    handBack: "Hand back to the assistant", search: "Search", palette: "Command palette", help: "This help",
    leave: "Leave a field, or close", contact: "Contact panel", correct: "Correct the message’s reading", macros: "Macros (as first character)",
    groups: { list: "List", conversation: "Conversation", go: "Go to", general: "General" },
  },
  reading: readingEn,
  crash: {
    title: "Something broke on this screen", text: "Your messages and drafts are safe. Reload to go on.",
    reload: "Reload",
  },
  time: {
    now: "now", seconds: (n) => `${n} s`, minutes: (n) => `${n} min`, hours: (n) => `${n} h`, days: (n) => `${n} d`,
  },
};
