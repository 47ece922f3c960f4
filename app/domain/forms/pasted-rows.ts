import type { Fault } from "#app/domain/errors.ts";
import { cleanLine } from "#app/domain/forms/clean-text.ts";
import { rowField } from "#app/domain/forms/row-field.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import { exactForm, fold } from "#app/language/normalise.ts";

// Lists that people paste: from a spreadsheet (tabs between), from a CSV file (commas or semicolons, with quotes), or
// typed with semicolons.

/** A line of a pasted list. */
export interface PastedRow {
  /** Where it begins: counted from 1, with the empty ones, as an editor counts. */
  row: number;
  cells: string[];
}

/** The list is longer than what is read at once, or there is none: told before any of it is understood. */
export function lengthFaults(rows: readonly PastedRow[], max: number): Fault[] {
  if (rows.length === 0) return [{ field: "rows", message: { key: "common.required" } }];
  if (rows.length > max) return [{ field: "rows", message: { key: "admin.tooManyRows", params: { max } } }];
  return [];
}

/**
 * Reads a pasted list. What is between the cells is found out from the text: a tab if there is one, else a semicolon,
 * else a comma; a line without it may have been typed with semicolons. Quotes are those of CSV (RFC 4180).
 * @param max rows that are wanted: one more is read, which tells that the list is longer, and none beyond
 */
export function readRows(text: string, max: number): PastedRow[] {
  const usual = ["\t", ";"].find((mark) => text.includes(mark)) ?? ",";
  const betweenAt = (at: number) => {
    const end = text.indexOf("\n", at);
    const typed = text.slice(at, end < 0 ? text.length : end);
    return typed.includes(usual) || !typed.includes(";") ? usual : ";";
  };
  let between = betweenAt(0);
  const rows: PastedRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  const endCell = () => {
    cells.push(cell === "" ? cell : cleanLine(cell));
    cell = "";
  };
  const endRow = () => {
    endCell();
    if (cells.some((one) => one !== "")) rows.push({ row: begun, cells });
    cells = [];
    begun = line;
  };
  for (let at = 0; at < text.length && rows.length <= max; at++) {
    const mark = text.charAt(at);
    if (mark === "\n") line++;
    if (quoted && mark === '"' && text.charAt(at + 1) === '"') {
      cell += mark;
      at++;
    } else if (mark === '"' && (quoted || cell.trim() === "")) quoted = !quoted;
    else if (!quoted && mark === between) endCell();
    else if (!quoted && mark === "\n") {
      endRow();
      between = betweenAt(at + 1);
    } else cell += mark;
  }
  endRow();
  return rows;
}

/** Collects what is wrong with the lines of a list, everything of each. */
export function collectFaults(faults: Fault[], row: number): (key: MessageKey) => void {
  let found = 0;
  return (key) => void faults.push({ field: rowField(row, found++), message: { key, params: { row } } });
}

/** What a word in a list is known by: in either script, without marks and capitals. */
export function wordKey(text: string): string {
  const words = text.toLowerCase().split(/[*.,/\s-]+/);
  return words
    .filter((word) => word !== "")
    .map((word) => fold(exactForm(word)))
    .join(" ");
}

/** Shortest part of a word that is looked for at the beginning of others. */
const SHORTEST_PART = 4;

/** A thing with the words that mean it in a list. */
export interface Meant<T> {
  keys: readonly string[];
  thing: T;
}

/** A thing that a list may call by any of these words. */
export function calledBy<T>(words: readonly string[], thing: T): Meant<T> {
  return { keys: words.map(wordKey), thing };
}

/**
 * What a word of a list means: the thing of exactly this name, else the only one of which a name begins with it, or a
 * word of a name does, or the other way round. Undefined where none or several fit.
 */
export function meaningOf<T>(word: string, things: readonly Meant<T>[]): T | undefined {
  const asked = wordKey(word);
  if (asked === "") return undefined;
  const exact = things.find(({ keys }) => keys.includes(asked));
  if (exact) return exact.thing;
  if (asked.length < SHORTEST_PART) return undefined;
  const near = things.filter(({ keys }) =>
    keys.some((key) => ` ${key}`.includes(` ${asked}`) || (key.length >= SHORTEST_PART && asked.startsWith(`${key} `))),
  );
  return near.length === 1 ? near[0]?.thing : undefined;
}
