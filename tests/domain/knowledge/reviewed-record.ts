import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import type { Store } from "#db/store.ts";
import { readContribution } from "#tests/domain/knowledge/read-contribution.ts";
import {
  answerOf,
  full,
  now,
  type RecordWorld,
  recordWorld,
  snapshot,
  submitted,
} from "#tests/domain/knowledge/record-world.ts";
import { testStore, writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

export type Who = keyof World["people"];

type Status = "captured" | "complete" | "checked" | "validated" | "returned" | "archived" | "withdrawn";

/** Why a record goes back, or away. */
export const reason = "Say which service leads.";

/** A record of an author and what people do with it; everything at the revision it has. */
export async function recordOf(author: Who = "participantBa", from: { store: Store; w: RecordWorld } | null = null) {
  const store = from?.store ?? testStore();
  const w = from?.w ?? (await recordWorld(store));
  const { number, contributionId } = await submitted(store, w, author, { depth: "full", full, beneficiary: "ba" });
  const row = () =>
    store.read
      .selectFrom("contribution")
      .select(["status", "revision", "review_reason"])
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
  const review = async (who: Who, decision: Decision, more: { reason?: string; revision?: number } = {}) => {
    const { revision } = await row();
    const input = { number, decision, reason, revision, ...more };
    return answerOf(reviewContribution(store, await w.actor(w.people[who]), input, now));
  };
  const save = async (who: Who) => {
    const change = { ...snapshot(w), number, revision: (await row()).revision, full };
    return saveContribution(store, await w.actor(w.people[who]), change, now);
  };
  const view = async (who: Who) => readContribution(store.read, await w.actor(w.people[who]), number);
  const put = (status: Status) =>
    writing(store).updateTable("contribution").set({ status }).where("number", "=", number).execute();
  return { store, w, number, contributionId, row, review, save, view, put };
}
