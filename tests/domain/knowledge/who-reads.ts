import type { Store } from "#db/store.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import { answerOf, type RecordWorld } from "#tests/domain/knowledge/record-world.ts";

/** Who of the world may open a contribution, and `nobody` if anybody may. */
export async function readersOf(store: Store, small: RecordWorld, number: string): Promise<string[]> {
  const seen: string[] = [];
  for (const [who, id] of [...Object.entries(small.people), ["nobody", null] as const]) {
    const view = await answerOf(readContribution(store.read, await small.actor(id), number));
    if (typeof view !== "string") seen.push(who);
  }
  return seen;
}
