import { findPersonalData } from "#app/domain/privacy/personal-data.ts";

/** How much of the beginning and the end of a field can be part of a number that goes on in another. */
const EDGE = 60;
/** Stands for the middle of a field: no number goes on over it. */
const MIDDLE = " x ";

/**
 * Which fields of a form end an identity number that another begins: they are shown one below the other, and read as
 * one. Texts are given in the order in which they are shown.
 */
export function fieldsThatGoOn(texts: Readonly<Record<string, string | null | undefined>>, now?: Date): string[] {
  const filled = Object.entries(texts).flatMap(([field, text]) => (text?.trim() ? [{ field, text: text.trim() }] : []));
  if (filled.length < 2) return [];
  let row = "";
  const ends = filled.map(({ text }) => {
    row += `${row ? "\n" : ""}${edges(text)}`;
    return row.length;
  });
  const fieldAt = (place: number) => ends.findIndex((end) => place <= end);
  const found = findPersonalData(row, now).filter(
    ({ severity, start, end }) => severity === "block" && fieldAt(start) !== fieldAt(end),
  );
  return [...new Set(found.map(({ end }) => filled[fieldAt(end)]?.field ?? ""))];
}

function edges(text: string): string {
  return text.length <= 2 * EDGE ? text : text.slice(0, EDGE) + MIDDLE + text.slice(-EDGE);
}
