/** What spreadsheets take for the beginning of a formula, also full-width, or after spaces and signs without shape. */
const formula = /^[\s\u00A0\u200B-\u200F\u2060\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
/** A negative number is no formula. */
const number = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A table as a file that spreadsheets open (RFC 4180): UTF-8 with a mark at its beginning, lines that end in CR LF, and
 * no cell that would be calculated.
 */
export function csvFile(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, ...rows].map((row) => row.map(cell).join(","));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join("")}`;
}

function cell(text: string): string {
  const safe = formula.test(text) && !number.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
