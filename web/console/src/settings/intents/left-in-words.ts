import type { Language } from "../../i18n/text";

/** What an import left is said by the server in English. In Spanish: what it may say, part by part; anything else stays as it is. */
const SPANISH: [RegExp, string][] = [
  [/^the whole file$/, "todo el archivo"],
  [/^([\d.,]+) more places$/, "$1 sitios más"],
  [/^like those above$/, "como los de arriba"],
  [/^([\d.,]+) examples were there already$/, "$1 ejemplos ya estaban"],
  [/^the same as /, "repite lo de "],
  [/^no text$/, "no tiene texto"],
  [/^no intent$/, "no dice de qué intención es"],
  [/^longer than ([\d.,]+) characters$/, "pasa de $1 caracteres"],
  [/^the name of the intent is longer than ([\d.,]+) characters$/, "el nombre de la intención pasa de $1 caracteres"],
  [/^entities are not imported$/, "las entidades no se importan"],
  [/^not valid JSON$/, "no es JSON válido"],
  [/^not a list of phrases$/, "no es una lista de frases"],
  [/^a template or not a phrase$/, "es una plantilla, o no es una frase"],
  [/^only the section “nlu” is imported$/, "solo se importa la sección «nlu»"],
  [/^synonyms of entities are not imported$/, "los sinónimos no se importan"],
  [/^lookup tables are not imported$/, "las tablas de búsqueda no se importan"],
  [/^regular expressions are not imported$/, "las expresiones regulares no se importan"],
  [/^not a section$/, "no es una sección"],
  [/^no intent with examples$/, "no es una intención con ejemplos"],
  [/^not a text$/, "no es un texto"],
  [/^fewer than two columns; text and intent are needed$/, "tiene menos de dos columnas: hacen falta el texto y la intención"],
  [/\bline (\d+)/g, "línea $1"],
  [/\bnlu item (\d+)/g, "elemento $1 de nlu"],
  [/\bexample (\d+)/g, "ejemplo $1"],
  [/\bphrase (\d+)/g, "frase $1"],
];

export function leftInWords(text: string, language: Language): string {
  if (language === "en") return text;
  return SPANISH.reduce((said, [found, words]) => said.replace(found, words), text);
}
