import type { Attribution } from "#app/domain/codes.ts";
import { allOf } from "#app/domain/errors.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findTemplateItems } from "#app/domain/sessions/copy-template.server.ts";
import { findGroupPeople, type GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import { mayBeDelegate, type Part, partsOf } from "#app/domain/sessions/invited-people.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import { checkDelegation, checkLength, lengthOf } from "#app/domain/sessions/schedule-session.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** What a form says of a pairing. */
export interface PairingFields {
  /** Null: as long as the agenda template. */
  minutes: number | null;
  language: LanguageCode;
  joinLink: string | null;
  attribution: Attribution;
  /** At least one. */
  consultantIds: readonly string[];
  interpreterId: string | null;
  /** Default: all members of the delegation; in a plenary everybody who has no other part. */
  delegateIds?: readonly string[];
  templateId: string | null;
}

/** A pairing that may be written. */
export interface CheckedPairing {
  columns: {
    minutes: number;
    language: LanguageCode;
    join_link: string | null;
    attribution: Attribution;
    template_id: string | null;
    all_delegates: 0 | 1;
  };
  /** Those who are named; where all delegates come, they are not. */
  parts: Map<string, Part>;
}

/**
 * Checks what a form says of a pairing.
 * @param beneficiaryId the delegation, or null for a plenary
 * @throws Refused
 */
export async function checkPairing(
  db: Db,
  { groupId }: RoundFacts,
  beneficiaryId: string | null,
  fields: PairingFields,
): Promise<CheckedPairing> {
  await checkDelegation(db, groupId, beneficiaryId);
  const items = fields.templateId ? await findTemplateItems(db, groupId, fields.templateId) : [];
  const minutes = fields.minutes ?? lengthOf(items);
  const members = await findGroupPeople(db, groupId);
  const [parts] = await allOf(
    () => partsOf({ ...fields, beneficiaryId }, members),
    () => checkJoinLink(fields.joinLink),
    () => checkLength(minutes),
  );
  const all = takesAll(parts, members, beneficiaryId);
  return {
    columns: {
      minutes,
      language: fields.language,
      join_link: fields.joinLink,
      attribution: fields.attribution,
      template_id: fields.templateId,
      all_delegates: all ? 1 : 0,
    },
    parts: new Map([...parts].filter(([, part]) => !all || part !== "delegate")),
  };
}

/** Writes who is named in a pairing, in place of whoever was. */
export async function writePeople(db: Db, pairingId: string, parts: ReadonlyMap<string, Part>): Promise<void> {
  await db.deleteFrom("pairing_person").where("pairing_id", "=", pairingId).execute();
  const rows = [...parts].map(([account_id, part]) => ({ pairing_id: pairingId, account_id, part }));
  if (rows.length > 0) await db.insertInto("pairing_person").values(rows).execute();
}

/**
 * A pairing of a round that has no session yet, as stored: its revision, its delegation or null, and its agenda.
 * @returns undefined where there is none
 */
export async function findUnscheduled(db: Db, roundId: string, pairingId: string) {
  return db
    .selectFrom("pairing")
    .select(["id", "beneficiary_id", "template_id", "agenda_of", "revision"])
    .where("id", "=", pairingId)
    .where("round_id", "=", roundId)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom("session").select("session.id").whereRef("session.pairing_id", "=", "pairing.id"))),
    )
    .executeTakeFirst();
}

/** Whether everybody comes who could be a delegate and has no other part. */
function takesAll(parts: ReadonlyMap<string, Part>, members: readonly GroupPerson[], beneficiaryId: string | null) {
  return members.every((one) => !mayBeDelegate(one, beneficiaryId) || parts.has(one.accountId));
}
