/** The field that stands for a line of a pasted list in the messages of a refused form. */
export function rowField(row: number): string {
  return `row-${row}`;
}

/** Whether a field of a refused form stands for a line of a pasted list. */
export function isRowField(field: string): boolean {
  return /^row-\d+$/.test(field);
}
