import type { Actor } from "#app/domain/access/actor.ts";
import { findDisclosure } from "#app/domain/access/attribution.server.ts";
import { disclosesMore } from "#app/domain/access/attribution.ts";
import { firstStep, isOpen } from "#app/domain/access/contribution-status.ts";
import { authorise } from "#app/domain/access/policy.ts";
import type { Attribution } from "#app/domain/codes.ts";
import { Conflict, type Fault, Refused } from "#app/domain/errors.ts";
import type { ContributionInput } from "#app/domain/knowledge/contribution-input.ts";
import {
  type ContributionRow,
  contributionSubject,
  findContributionRow,
} from "#app/domain/knowledge/contribution-row.server.ts";
import { findSource } from "#app/domain/knowledge/find-source.server.ts";
import { formValues } from "#app/domain/knowledge/form-values.ts";
import { prepareContribution } from "#app/domain/knowledge/prepare-contribution.server.ts";
import { missingIn } from "#app/domain/knowledge/requirements.ts";
import { readStoredContribution, type StoredContribution } from "#app/domain/knowledge/stored-contribution.server.ts";
import { changeContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface SaveInput extends ContributionInput {
  number: string;
  /** The revision that was read; another one now is a conflict. */
  revision: number;
  /** Makes a snapshot a full one. */
  complete?: boolean;
}

/**
 * Changes a submitted contribution and keeps what it said before; its review begins again. Kind, delegation, session
 * and sharing level stay.
 * @throws NotFound, Forbidden, Conflict with the current values by field, Refused
 */
export async function saveContribution(
  store: Store,
  actor: Actor,
  input: SaveInput,
  now: Date = new Date(),
): Promise<{ contributionId: string; number: string }> {
  return writeTransaction(store, async (db) => {
    const row = await findContributionRow(db, actor, input.number);
    authorise(actor, "contribution.edit", contributionSubject(actor, row));
    if (!isOpen(row.status)) throw new Refused({ key: "knowledge.notEditable" });
    const stored = await readStoredContribution(db, actor, row.id);
    // The form of somebody who is not told the institution does not hold it, so it stays.
    const disclosed = await findDisclosure(db, actor, row);
    if (row.revision !== input.revision) {
      const current: Conflict["current"] = { ...formValues(stored), attribution: row.attribution };
      if (disclosed.institution) current.institutionId = row.institution_id ?? "";
      throw new Conflict(current, row.id);
    }

    const depth = input.complete ? "full" : row.depth;
    const checked = await prepareContribution(db, actor, { ...input, kind: row.kind }, stored, { draft: false, now });
    const institution = await findInstitution(db, actor, row, disclosed.institution ? input.institutionId : undefined);
    const attribution = input.attribution ?? row.attribution;
    const { prepared } = checked;
    const faults = [
      ...checked.faults,
      ...institution.faults,
      ...attributionFaults(actor, row, attribution),
      ...(await languageFaults(db, stored, input.language)),
      ...missingIn(row.kind, prepared, depth),
    ];
    if (faults.length > 0) throw new Refused(faults);

    const isCompleted = depth === "full" && row.depth === "snapshot";
    const set = {
      depth,
      // It waits to be checked after every change, also when what it said before was checked or returned.
      status: firstStep(depth),
      review_reason: null,
      attribution,
      institution_id: institution.id,
      ...prepared.classification,
    };
    const { text, pointers } = prepared;
    const event = isCompleted ? "contribution.completed" : "contribution.changed";
    const events = () => [[event, row, { revision: row.revision + 1, attribution }]] as const;
    const cause = isCompleted ? "completed" : "edited";
    await changeContributions(db, actor, [{ row, cause, set, text, pointers, events }], now);
    return { contributionId: row.id, number: row.number };
  });
}

async function findInstitution(db: Db, actor: Actor, row: ContributionRow, chosen: string | null | undefined) {
  if (chosen === undefined || chosen === row.institution_id) return { id: row.institution_id, faults: [] };
  const group = await db
    .selectFrom("working_group")
    .select("programme_id")
    .where("id", "=", row.group_id)
    .executeTakeFirstOrThrow();
  const context = { groupId: row.group_id, programmeId: group.programme_id, delegationId: row.delegation_id };
  const found = await findSource(db, actor, context, { beneficiary: row.beneficiary, institutionId: chosen });
  const faults = found.faults.filter(({ field }) => field === "institutionId");
  return { id: chosen, faults };
}

/**
 * Naming more is the author's own decision, and not on a contribution that others read already: the delegation
 * consented to it as it was.
 */
function attributionFaults(actor: Actor, row: ContributionRow, wanted: Attribution): Fault[] {
  if (!disclosesMore(wanted, row.attribution)) return [];
  if (actor.accountId !== row.author_id) {
    return [{ field: "attribution", message: { key: "knowledge.attributionAuthorOnly" } }];
  }
  if (row.sharing !== "bilateral") return [{ field: "attribution", message: { key: "knowledge.attributionShared" } }];
  return [];
}

async function languageFaults(db: Db, stored: StoredContribution, language: string): Promise<Fault[]> {
  if (language === stored.language) return [];
  const taken = await db
    .selectFrom("contribution_version")
    .select("id")
    .where("contribution_id", "=", stored.id)
    .where("language", "=", language)
    .executeTakeFirst();
  return taken ? [{ field: "language", message: { key: "knowledge.languageTaken" } }] : [];
}
