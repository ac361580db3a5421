export type Mark = "bold" | "italic" | "heading" | "list" | "steps" | "link" | "table";

interface Marked {
  text: string;
  /** What is selected afterwards. */
  from: number;
  to: number;
}

const AROUND: Partial<Record<Mark, [string, string]>> = { bold: ["**", "**"], italic: ["_", "_"], link: ["[", "](https://)"] };
const TABLE = "|  |  |\n|---|---|\n|  |  |";

/** `text` with its selection marked up. */
export function marked(text: string, from: number, to: number, mark: Mark): Marked {
  const around = AROUND[mark];
  if (around) return wrapped(text, from, to, around);
  if (mark === "table") return inserted(text, to, TABLE);
  return withLines(text, from, to, (line, index) => (mark === "heading" ? `## ${line}` : mark === "list" ? `- ${line}` : `${index + 1}. ${line}`));
}

function wrapped(text: string, from: number, to: number, [before, after]: [string, string]): Marked {
  const inside = text.slice(from, to);
  return { text: `${text.slice(0, from)}${before}${inside}${after}${text.slice(to)}`, from: from + before.length, to: to + before.length };
}

function inserted(text: string, at: number, block: string): Marked {
  const head = text.slice(0, at);
  const gap = head === "" || head.endsWith("\n\n") ? "" : head.endsWith("\n") ? "\n" : "\n\n";
  const start = head.length + gap.length;
  return { text: `${head}${gap}${block}\n${text.slice(at)}`, from: start + 2, to: start + 2 };
}

/** Whole lines, however little of them is selected. */
function withLines(text: string, from: number, to: number, change: (line: string, index: number) => string): Marked {
  const start = text.lastIndexOf("\n", from - 1) + 1;
  const found = text.indexOf("\n", to);
  const end = found === -1 ? text.length : found;
  const lines = text.slice(start, end).split("\n").map(change).join("\n");
  return { text: `${text.slice(0, start)}${lines}${text.slice(end)}`, from: start, to: start + lines.length };
}
