import type { Insertable, Updateable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { ORIGINAL } from "#app/domain/access/indexed-values.server.ts";
import type { AuditEntry } from "#app/domain/history/audit-events.ts";
import { recordEvents } from "#app/domain/history/record-event.server.ts";
import { drawNumberTail, idsTogether, newId } from "#app/domain/identity.server.ts";
import { drawNumbers, tailsTogether } from "#app/domain/knowledge/draw-number.server.ts";
import { holdBack } from "#app/domain/knowledge/hold-back.server.ts";
import { indexContributions, indexStates } from "#app/domain/knowledge/index-contributions.server.ts";
import { type KeptRow, keepRevisions, type RevisionCause } from "#app/domain/knowledge/keep-revisions.server.ts";
import type { RenderedText } from "#app/domain/knowledge/render-text.server.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import { dropPointers, insertPointers, type Pointers } from "#app/domain/knowledge/write-pointers.server.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import { type Db, insertMany } from "#db/store.ts";

// The one writer of contributions: rows, texts, what they point to, revisions, numbers, audit events and the index.
// Forms and imports write through it, one or thousands at a time, inside a transaction of theirs.

type Row = Insertable<ContributionTable>;
/** What the writer fills in. */
type Filled = "id" | "number" | "revision" | "created_at" | "updated_at";

type Sections = "details" | "detailsHtml";

/** What a language version says; sections that are left out stay as they are. */
export interface Text extends Omit<RenderedText, Sections>, Partial<Pick<RenderedText, Sections>> {
  language: LanguageCode;
}

type EventsOf = (row: { id: string; group_id: string }) => readonly AuditEntry[];

/** Who read what is written, having written none of it: null for somebody outside. */
export interface SecondReader {
  by: string | null;
}

/** A contribution that is not there yet. */
export interface NewContribution {
  /** Drawn elsewhere before; null or left out draws it here. */
  id?: string | null;
  row: Omit<Row, Filled>;
  /** Its number begins with it. */
  groupCode: string;
  /** The original. */
  text: Text;
  pointers: Pointers;
  second?: SecondReader | null;
  events: EventsOf;
}

/** A change to a contribution. */
export interface ContributionChange {
  /** It, as it is now. */
  row: KeptRow;
  /** Why what it says now is kept; null for a draft, of which nothing is. */
  cause: RevisionCause | null;
  set: Updateable<Omit<ContributionTable, Filled>>;
  /** What the original says from now on. */
  text?: Text;
  pointers?: Pointers;
  /** Who has read what it says from now on. */
  second?: SecondReader | null;
  events: EventsOf;
}

/**
 * Writes new contributions.
 * @param index brings the search index up to them, for those who have read their texts already
 * @returns ids and numbers in their order
 */
export async function addContributions(
  db: Db,
  actor: Actor,
  added: readonly NewContribution[],
  now: Date,
  index: (ids: readonly string[]) => Promise<void> = (ids) => indexContributions(db, ids),
): Promise<{ id: string; number: string }[]> {
  const isMany = added.length > 1;
  const makeId = isMany ? idsTogether() : newId;
  const tails = isMany ? tailsTogether() : drawNumberTail;
  // Of one that names nobody, neither id nor number may tell with which others it came.
  const isApart = added.map(({ row }) => !disclosure(row.attribution, false).day);
  const at = now.toISOString();
  const numbers = await drawNumbers(
    db,
    added.map(({ groupCode }) => groupCode),
    now,
    (length, index) => (isApart[index] ? drawNumberTail(length) : tails(length)),
  );
  const rows = added.map(({ id, row }, index) => ({
    ...emptyRow,
    ...row,
    ...{ id: id ?? (isApart[index] ? newId() : makeId()), number: numbers[index] ?? "" },
    ...{ created_at: at, updated_at: at },
  }));
  const idAt = (index: number) => rows[index]?.id ?? "";
  await insertMany(db, "contribution", rows);
  await insertMany(
    db,
    "contribution_version",
    added.map(({ row, text, second }, index) => ({
      ...{ id: makeId(), contribution_id: idAt(index), provenance: "original" as const },
      ...{ written_by: row.author_id, ...secondColumns(second, at) },
      ...versionColumns(text, at),
    })),
  );
  await insertPointers(
    db,
    added.map(({ pointers }, index) => [idAt(index), pointers]),
  );
  await recordEvents(
    db,
    actor,
    added.flatMap(({ events }, index) => events({ id: idAt(index), group_id: rows[index]?.group_id ?? "" })),
    now,
  );
  await index(rows.map(({ id }) => id));
  return rows.map(({ id, number }) => ({ id, number }));
}

/** Writes changes to contributions, each of another one, and keeps what they said before. */
export async function changeContributions(
  db: Db,
  actor: Actor,
  changes: readonly ContributionChange[],
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  await keepRevisions(db, actor, changes, now);
  for (const { row, set, text, pointers, second } of changes) {
    const revision = row.revision + 1;
    // What nobody but its writer has read is heard in the group alone: what it said before was read.
    const held = text && !second && isHigher(set.sharing ?? row.sharing, "group");
    if (held) await holdBack(db, actor, row, now);
    await db
      .updateTable("contribution")
      .set({ ...set, ...(held ? { sharing: "group", unread_reason: null } : {}), revision, updated_at: at })
      .where("id", "=", row.id)
      .execute();
    if (text) {
      await db
        .updateTable("contribution_version")
        .set({ ...versionColumns(text, at), written_by: actor.accountId, ...secondColumns(second, at) })
        .where("contribution_id", "=", row.id)
        .where("provenance", "=", ORIGINAL)
        .execute();
    } else if (second) {
      await db
        .updateTable("contribution_version")
        .set(secondColumns(second, at))
        .where("contribution_id", "=", row.id)
        .where("provenance", "=", ORIGINAL)
        .execute();
    }
    if (pointers) await dropPointers(db, actor, row.id, pointers);
  }
  await insertPointers(
    db,
    changes.map(({ row, pointers }) => [row.id, pointers ?? {}]),
  );
  await recordEvents(
    db,
    actor,
    changes.flatMap(({ row, events }) => events(row)),
    now,
  );
  const idsOf = (some: readonly ContributionChange[]) => some.map(({ row }) => row.id);
  await indexContributions(db, idsOf(changes.filter(concernsText)));
  await indexStates(db, idsOf(changes.filter((change) => !concernsText(change))));
}

/** Whether a change concerns what is found, and not only who finds it: what is withdrawn leaves the index. */
function concernsText({ set, text, pointers }: ContributionChange): boolean {
  return text !== undefined || pointers !== undefined || (set.status !== undefined && !isSubmitted(set.status));
}

/** A version in another language, translated by a person. */
export interface Translation {
  row: KeptRow;
  text: Text;
  /** There is one in that language: what it says is kept. */
  replaces: boolean;
  /** The writer stated, after a warning, that it is not about a prisoner. */
  guardStated: boolean;
  events: EventsOf;
}

/**
 * Writes a translation. It is no news of the contribution itself, whose day of change stays; it is heard beyond the
 * group once somebody else has read it.
 */
export async function writeTranslation(
  db: Db,
  actor: Actor,
  { row, text, replaces, guardStated, events }: Translation,
  now: Date,
): Promise<void> {
  if (replaces) {
    await keepRevisions(db, actor, [{ row, cause: "translated", language: text.language }], now);
    await db
      .updateTable("contribution")
      .set({ revision: row.revision + 1 })
      .where("id", "=", row.id)
      .execute();
    await db
      .deleteFrom("contribution_version")
      .where("contribution_id", "=", row.id)
      .where("language", "=", text.language)
      .execute();
  }
  await db
    .insertInto("contribution_version")
    .values({
      ...{ id: newId(), contribution_id: row.id, provenance: "translated" },
      ...{ written_by: actor.accountId, guard_stated: guardStated ? 1 : 0 },
      ...versionColumns(text, now.toISOString()),
    })
    .execute();
  await recordEvents(db, actor, events(row), now);
  await indexContributions(db, [row.id]);
}

/** Throws a draft away, which nobody but its author ever saw. */
export async function discardDraft(db: Db, actor: Actor, row: KeptRow, now: Date): Promise<void> {
  await db.deleteFrom("contribution").where("id", "=", row.id).execute();
  await recordEvents(db, actor, [["contribution.discarded", row, {}]], now);
}

/** Columns that many contributions leave empty: rows that are inserted together all have the same. */
const emptyRow = {
  sharing: "bilateral",
  institution_id: null,
  round_id: null,
  session_id: null,
  agenda_item_id: null,
  phase: null,
  evidence_stage: null,
  transferability: null,
  review_by: null,
  guard_stated: 0,
  external_id: null,
  institution_type: null,
  import_digest: null,
  unread_reason: null,
  submitted_at: null,
  revision: 1,
} as const;

function secondColumns(second: SecondReader | null | undefined, at: string) {
  return second ? { seconded_by: second.by, seconded_at: at } : { seconded_by: null, seconded_at: null };
}

function versionColumns({ language, details, detailsHtml, bodyHtml, ...said }: Text, at: string) {
  return {
    language,
    script: languages[language].script,
    title: said.title,
    summary: said.summary,
    body: said.body,
    body_html: bodyHtml,
    ...(details ? { details: JSON.stringify(details), details_html: JSON.stringify(detailsHtml) } : {}),
    updated_at: at,
  };
}
