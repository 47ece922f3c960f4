import { paths } from "#app/paths.ts";

/** The page that somebody was led from to a form of a record, and comes back to: null for its minutes. */
export type LedFrom = "live" | null;

/**
 * What the address of a form tells of where it was opened. What names nothing that can be chosen is left aside.
 * @returns `itemId` of the item that is chosen in it, empty for none
 */
export function ledFrom(request: Request, items: readonly { id: string }[]): { itemId: string; back: LedFrom } {
  const { searchParams } = new URL(request.url);
  const itemId = searchParams.get("item") ?? "";
  return {
    itemId: items.some(({ id }) => id === itemId) ? itemId : "",
    back: searchParams.get("back") === "live" ? "live" : null,
  };
}

/** The page that a form of a record leads back to. */
export function wayBack(sessionId: string, back: LedFrom): string {
  return back === "live" ? paths.live(sessionId) : paths.minutes(sessionId);
}
