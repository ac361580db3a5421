import { plural } from "../../i18n/plural";
import type { KnowledgeDictionary } from "./es";

const many = plural("en");

export const en: KnowledgeDictionary = {
  title: "Knowledge", back: "Back to the inbox",
  sections: { articles: "Articles" },
  saved: "Saved.", failed: "Could not be saved.",
  status: { draft: "Draft", review: "In review", published: "Published", withdrawn: "Withdrawn" },
  audience: { everyone: "Customers and team", members: "Team only" },
  articles: {
    lead: "What the assistant may say, and what customers read in the help centre.", add: "New article",
    search: "Search articles", any: "All", anyLocale: "All languages", anyCategory: "All categories",
    locale: "Language", category: "Category", status: "Status",
    findings: (n) => many(n, { one: "1 notice", other: `${n} notices` }),
    by: (who, when) => `${who}, ${when}`, scheduled: (date) => `from ${date}`,
    until: (date) => `until ${date}`, expired: "expired", internal: "internal",
    more: "Show more", count: (n) => many(n, { one: "1 article", other: `${n} articles` }),
    empty: {
      title: "This is where your assistant’s knowledge begins",
      text: "Write an article, or bring the ones you have. The assistant answers only from what is published here.",
      reader: "There are no articles yet. A supervisor can write them or bring them from elsewhere.",
    },
    nothing: "No article matches.", clear: "Clear the filters",
  },
  editor: {
    newTitle: "New article", back: "All articles", title: "Title", titlePlaceholder: "How do I return an order?",
    body: "Text", write: "Write", preview: "Preview", previewEmpty: "There is nothing to show yet.",
    previewFailed: "The preview could not be made.",
    hint: "In Markdown: # heading, **bold**, - list, 1. steps, | tables |.",
    bold: "Bold", italic: "Italic", heading: "Section", list: "List", steps: "Steps", link: "Link", table: "Table",
    save: "Save", saveDraft: "Save draft", publish: "Publish", publishChanges: "Save and publish",
    withdraw: "Withdraw", review: "Ask for review", unsaved: "Unsaved changes",
    published: "Published. The assistant answers from it now.", withdrawn: "Withdrawn. The assistant no longer uses it.",
    inReview: "Waiting for review.", draftSaved: "Draft saved.",
    properties: "Details", tags: "Tags", tagsHint: "Separated with Enter", countries: "Countries",
    countriesHint: "Codes such as ES or MX. Empty: in all.", audience: "Who sees it", from: "Valid from",
    until: "Valid until", source: "Comes from", sourceHint: "If you change it by hand, its source will not replace it without a review.",
    translations: "Other languages", findings: "Worth a look", noFindings: "Nothing to point out.",
    history: "History", historyOf: (n) => `Revision ${n}`, current: "Current", restore: "Restore this one",
    restored: "Restored as a new revision.", look: "View", remove: "Delete article",
    removeTitle: (title) => `Delete “${title}”?`,
    removeText: "It disappears from answers and from the help centre at once. Withdrawing keeps it with its history.",
    conflictTitle: "Somebody has changed it meanwhile",
    conflictText: "Your text is still here, not saved. You can look at the new version or save yours over it.",
    theirs: "See the new version", mine: "Save mine", leaveTitle: "Leave without saving?", leave: "Leave",
    leaveText: "The changes to this article will be lost.", gone: "This article no longer exists.",
    titleMissing: "Give it a title.", bodyMissing: "Write something before you publish it.",
  },
  finding: {
    duplicate: "Much like another one", contradiction: "Contradicts another one", personal_data: "Personal data", secret: "A key or password",
    injection: "Text that gives orders to the AI", expired: "Dates", unreadable: "Parts that could not be read",
  },
};
