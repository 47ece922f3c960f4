import type { Actor } from "#app/domain/access/actor.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import type { FlashKey } from "#app/i18n/message.ts";
import type { Store } from "#db/store.ts";

/** The deeds of the sharing page, by the form that was sent. */
export async function changeSharing(
  store: Store,
  actor: Actor,
  input: { number: string; intent: "ask" | "lower"; level: SharingLevel; note: string; guardStated: boolean },
  now: Date = new Date(),
): Promise<{ number: string; flash: FlashKey; stillSeen: boolean }> {
  const { number, level } = input;
  if (input.intent === "lower") {
    const { stillSeen } = await lowerSharing(store, actor, { number, level }, now);
    return { number, flash: "sharing.lowered", stillSeen };
  }
  const { granted } = await askSharing(store, actor, input, now);
  return { number, flash: granted ? "sharing.granted" : "sharing.asked", stillSeen: true };
}
