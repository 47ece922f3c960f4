import { type TermList, termTables, type Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** All lists of terms: one short statement, unless something has changed since they were read. */
export async function findVocabulary(db: Db): Promise<Vocabulary> {
  const { value: change } = await db.selectFrom("change_number").select("value").executeTakeFirstOrThrow();
  const known = vocabularies.get(db);
  if (known?.change === change) return known.vocabulary;
  const vocabulary: Vocabulary = {
    institutionType: await termsOf(db, "institutionType"),
    phase: await termsOf(db, "phase"),
    targetGroup: await termsOf(db, "targetGroup"),
    causeType: await termsOf(db, "causeType"),
    needType: await termsOf(db, "needType"),
    itemKind: await itemKindsOf(db),
  };
  vocabularies.set(db, { change, vocabulary });
  return vocabulary;
}

/** What was read last, and at which change number. A transaction is another `Db`, which ends with it. */
const vocabularies = new WeakMap<Db, { change: number; vocabulary: Vocabulary }>();

async function termsOf(db: Db, list: Exclude<TermList, "itemKind">) {
  const rows = await db.selectFrom(termTables[list]).selectAll().orderBy("position").orderBy("code").execute();
  return rows.map(toTerm);
}

async function itemKindsOf(db: Db) {
  const rows = await db.selectFrom("agenda_item_kind").selectAll().orderBy("position").orderBy("code").execute();
  return rows.map((row) => ({ ...toTerm(row), captures: row.captures, isBreak: row.is_break === 1 }));
}

function toTerm({ code, labels, retired }: { code: string; labels: string; retired: 0 | 1 }) {
  return { code, labels: parseLabels(labels), isRetired: retired === 1 };
}
