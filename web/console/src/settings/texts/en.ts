import { plural } from "../../i18n/plural";
import type { SettingsDictionary } from "./es";

const many = plural("en");

export const en: SettingsDictionary = {
  title: "Settings", back: "Back to the inbox", saved: "Saved.", failed: "Could not be saved.",
  loadFailed: "Could not be loaded.",
  sections: { workspace: "Workspace", members: "Members", keys: "API keys", macros: "Macros", intents: "Topics and intents", inbox: "Web chat" },
  workspace: {
    lead: "What the house is called and how customers are addressed.", name: "Name", locale: "Main language",
    form: "Form of address in Spanish", tu: "Tú (informal)", usted: "Usted (formal)",
    reopen: "Hours in which a new message reopens a resolved conversation",
  },
  members: {
    lead: "Who works here, and what they may do.", add: "Add a member", name: "Name", email: "E-mail", role: "Role",
    password: "First password", passwordHint: "At least 10 characters. Ask them to change it.",
    roles: { agent: "Agent", supervisor: "Supervisor", admin: "Admin" }, deactivate: "Deactivate",
    activate: "Reactivate", inactive: "Deactivated", program: "Program", you: "You",
    deactivateTitle: (name) => `Deactivate ${name}?`,
    deactivateText: "They lose access at once. What they wrote is kept, and you can reactivate them at any time.",
    taken: "A member with that e-mail exists already.",
    count: (n) => many(n, { one: "1 member", other: `${n} members` }), roleOf: (name) => `Role of ${name}`,
  },
  keys: {
    lead: "With a key, a program uses the API on behalf of the workspace.", add: "Create a key", name: "What it is for",
    placeholder: "CRM integration", role: "Permissions", none: "There are no keys.",
    created: (when) => `Created on ${when}`, used: (when) => `last used: ${when}`, never: "not used yet",
    shownTitle: "Your new key", shownText: "Copy it now: it will not be shown again.", done: "I have saved it",
    revoke: "Revoke", revokeTitle: (name) => `Revoke “${name}”?`,
    revokeText: "Programs that use it stop working at once.",
  },
  macros: {
    lead: "Prepared answers, applied with “/” while writing.", add: "New macro", none: "There are no macros yet.",
    name: "Name", locale: "Language", any: "Any", text: "Text",
    textHint: "{{contact.name}} and {{agent.name}} are filled in when it is applied.", also: "After sending",
    resolve: "Resolve the conversation", assign: "Assign it to me", tag: "Tag", snooze: "Snooze (hours)",
    removeTitle: (name) => `Delete “${name}”?`, removeText: "Answers already sent do not change.",
    editTitle: "Edit macro",
  },
  inbox: {
    lead: "How the chat looks on your site, and where it may appear.", none: "There is no web chat.", name: "Name",
    assistant: "The assistant’s name", color: "Colour", position: "Position", left: "Left", right: "Right",
    scheme: "Appearance", auto: "The visitor’s", light: "Light", dark: "Dark",
    greeting: (language) => `Greeting (${language})`, starters: (language) => `Suggested questions (${language})`,
    startersHint: "One per line, six at most.", origins: "Sites it may appear on",
    originsHint: "One per line, such as https://www.shop.com. Empty: on any.", privacy: "Privacy page",
    snippet: "Code for your site", snippetHint: "Paste it before </body> on every page.", preview: "Preview",
    poor: "White text is hard to read on this colour.", spanish: "Spanish", english: "English",
    write: "Write a message…",
  },
};
