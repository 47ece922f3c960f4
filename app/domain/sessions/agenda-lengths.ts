/** What the name of a field begins with that holds the length of an item; the id of the item follows. */
export const LENGTH_PREFIX = "minutes.";

/** The field that holds the length of an item. */
export function lengthField(itemId: string): string {
  return `${LENGTH_PREFIX}${itemId}`;
}

/** What the form of all lengths of an agenda is filled in with. */
export function lengthsOf(items: readonly { id: string; minutes: number }[]): Record<string, string> {
  return Object.fromEntries(items.map(({ id, minutes }) => [lengthField(id), String(minutes)]));
}
