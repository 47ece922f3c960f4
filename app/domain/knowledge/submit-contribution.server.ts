import type { Actor } from "#app/domain/access/actor.ts";
import { firstStep } from "#app/domain/access/contribution-status.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { type DraftInput, writeDraft } from "#app/domain/knowledge/draft-contribution.server.ts";
import { indexContribution } from "#app/domain/knowledge/index-contribution.server.ts";
import { openSharingRequest } from "#app/domain/knowledge/open-sharing-request.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

export interface SubmitInput extends DraftInput {
  /** A snapshot is kind, title and one sentence; a full record has a theme, a phase and its main section besides. */
  depth: "snapshot" | "full";
}

/**
 * Submits a record, from a draft or at once. It starts at the lowest sharing level whatever is wished; a wish for more
 * becomes a request to the delegation.
 * @throws NotFound, Forbidden, Refused naming every field that is missing or refused
 */
export async function submitContribution(
  store: Store,
  actor: Actor,
  input: SubmitInput,
  now: Date = new Date(),
): Promise<{ contributionId: string; number: string; sharingRequestId: string | null }> {
  return writeTransaction(store, async (db) => {
    const row = await writeDraft(db, actor, input, { depth: input.depth, now });
    const submitted = {
      status: firstStep(input.depth),
      depth: input.depth,
      sharing: "bilateral" as const,
      submitted_at: now.toISOString(),
      updated_at: now.toISOString(),
    };
    await db.updateTable("contribution").set(submitted).where("id", "=", row.id).execute();
    const details = { kind: row.kind, depth: input.depth, attribution: row.attribution };
    await recordEvent(db, actor, "contribution.submitted", row, details, now);
    await indexContribution(db, row.id);
    const toLevel = input.wantedSharing ?? "bilateral";
    const sharingRequestId =
      toLevel === "bilateral"
        ? null
        : await openSharingRequest(db, actor, { ...row, ...submitted }, { toLevel, note: "" }, now);
    return { contributionId: row.id, number: row.number, sharingRequestId };
  });
}
