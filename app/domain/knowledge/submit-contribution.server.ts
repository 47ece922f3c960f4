import type { Actor } from "#app/domain/access/actor.ts";
import { firstStep } from "#app/domain/access/contribution-status.ts";
import { type DraftInput, prepareDraft, writeDraft } from "#app/domain/knowledge/draft-contribution.server.ts";
import { openSharingRequest } from "#app/domain/knowledge/open-sharing-request.server.ts";
import { remindOfSnapshot } from "#app/domain/knowledge/tell-author.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface SubmitInput extends DraftInput {
  /** A snapshot is kind, title and one sentence; a full one has a theme, a phase and its main section besides. */
  depth: "snapshot" | "full";
}

/**
 * Submits a contribution, from a draft or at once. It starts at the lowest sharing level whatever is wished; a wish for
 * more becomes a request to the delegation.
 * @throws NotFound, Forbidden, Refused naming every field that is missing or refused
 */
export async function submitContribution(
  store: Store,
  actor: Actor,
  input: SubmitInput,
  now: Date = new Date(),
): Promise<{ contributionId: string; number: string; sharingRequestId: string | null }> {
  return writeTransaction(store, async (db) => {
    const { depth, kind, wantedSharing } = input;
    const draft = await prepareDraft(db, actor, input, depth, now);
    const { attribution } = draft;
    const submission = {
      set: { status: firstStep(depth), depth, sharing: "bilateral", submitted_at: now.toISOString() },
      events: (one) => [["contribution.submitted", one, { kind, depth, attribution }]],
    } as const satisfies Parameters<typeof writeDraft>[3];
    const row = await writeDraft(db, actor, draft, submission, now);
    if (depth === "snapshot") await remindOfSnapshot(db, row, now);
    const wish = wantedSharing && wantedSharing !== "bilateral" ? { toLevel: wantedSharing, note: "" } : null;
    const sharingRequestId = wish && (await openSharingRequest(db, actor, row, wish, now));
    return { contributionId: row.id, number: row.number, sharingRequestId };
  });
}
