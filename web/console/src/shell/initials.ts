/** "Marta Ruiz" → "MR"; what has no letters gives a question mark. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter((word) => /\p{L}|\p{N}/u.test(word));
  const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
  return picked.map((word) => [...(word ?? "")].find((sign) => /\p{L}|\p{N}/u.test(sign)) ?? "").join("").toUpperCase() || "?";
}
