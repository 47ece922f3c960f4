/** The field that stands for a line of a pasted list in the messages of a refused form; each fault has one. */
export function rowField(row: number, fault = 0): string {
  return fault === 0 ? `row-${row}` : `row-${row}.${fault}`;
}

/** Whether a field of a refused form stands for a line of a pasted list. */
export function isRowField(field: string): boolean {
  return /^row-\d+(\.\d+)?$/.test(field);
}
