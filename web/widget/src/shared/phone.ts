/** Screens on which the chat takes everything: phones, upright or not, and pages magnified until little is left of them. */
export const PHONE = "(max-width: 480px), (max-height: 480px)";
