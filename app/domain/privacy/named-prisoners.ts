import { BEGIN, END, NAMED, NOT_A_NAME, PRISONER } from "#app/domain/privacy/context-words.ts";
import type { FoldedRange, FoldedText } from "#app/domain/privacy/folded-text.ts";

const CONTEXT = new RegExp(`${BEGIN}(?:${PRISONER})${END}`, "g");
const BETWEEN = new RegExp(`[ :"'(-]{1,3}(?:(?:${NAMED})${END}[ .:,"'(]{1,3})?`, "y");
const NAME = [
  "[A-Z][a-z'-]{1,20}(?:[ -][A-Z](?:[a-z'-]{1,20}|\\.)){0,2}",
  "[A-Z]\\. ?(?:[A-Z]\\.|[A-Z][a-z]{1,20})",
  "[A-Z]{3,20} [A-Z]{3,20}(?![A-Za-z])",
];
const NAMES = new RegExp(NAME.map((form) => `(?:${form})`).join("|"), "y");

/** Names that follow a word for a prisoner: "osuđenik Ime Prezime", "i burgosuri I. P.", "the prisoner named Ime". */
export function* namedPrisoners({ cased, lower }: FoldedText): Generator<FoldedRange> {
  for (const match of lower.matchAll(CONTEXT)) {
    const end = match.index + match[0].length;
    if (isHeadingWord(cased, match.index, end)) continue;
    BETWEEN.lastIndex = end;
    const between = BETWEEN.exec(lower);
    if (!between) continue;
    NAMES.lastIndex = end + between[0].length;
    const name = NAMES.exec(cased)?.[0];
    if (name === undefined || NOT_A_NAME.test(name) || !/[aeiour.]/i.test(name)) continue;
    yield { start: end + between[0].length, end: end + between[0].length + name.length };
  }
}

/** A capitalised word inside a sentence belongs to a heading or a body's name; one in capitals to a heading. */
function isHeadingWord(cased: string, start: number, end: number): boolean {
  const word = cased.slice(start, end);
  if (word === word.toLowerCase()) return false;
  if (word.length > 2 && word === word.toUpperCase()) return true;
  return !/(?:^|[.!?:;\n"(-] {0,2}|\n[ >*#-]{0,4})$/.test(cased.slice(Math.max(0, start - 6), start));
}
