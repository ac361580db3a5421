const LONGEST = 60;

/** A name for programs from a title for people: "¿Afilar un cuchillo?" becomes "afilar_un_cuchillo". */
export function slugOf(title: string): string {
  return title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "_")
    .slice(0, LONGEST)
    .replace(/^_+|_+$/g, "");
}

/** One example to a line; empty lines and repetitions are none. */
export function linesOf(text: string): string[] {
  return [...new Set(text.split("\n").map((line) => line.trim()).filter(Boolean))];
}
