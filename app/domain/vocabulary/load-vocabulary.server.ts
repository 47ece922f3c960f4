import { type Captures, type TermList, termTables } from "#app/domain/vocabulary/vocabulary.ts";
import itemKinds from "#content/codes/agenda-item-kinds.json";
import causeTypes from "#content/codes/cause-types.json";
import institutionTypes from "#content/codes/institution-types.json";
import needTypes from "#content/codes/need-types.json";
import phases from "#content/codes/phases.json";
import targetGroups from "#content/codes/target-groups.json";
import { type Db, insertMany } from "#db/store.ts";

/** The rows of the lists that ship with the product. */
export const shippedTerms = {
  institution_type: institutionTypes.map(toRow),
  phase: phases.map(toRow),
  target_group: targetGroups.map(toRow),
  cause_type: causeTypes.map(toRow),
  need_type: needTypes.map(toRow),
  agenda_item_kind: itemKinds.map((term, at) => ({
    ...toRow(term, at),
    captures: term.captures as Captures,
    is_break: term.isBreak ? (1 as const) : (0 as const),
  })),
};

/** Codes of shipped terms that are not there yet, as `phase planning`. */
export async function missingTerms(db: Db): Promise<string[]> {
  const missing: string[] = [];
  for (const table of Object.values(termTables)) {
    for (const { code } of await missingIn(db, table)) missing.push(`${table} ${code}`);
  }
  return missing;
}

/** Adds the shipped terms that are not there yet; those that are, edited or not, are left alone. */
export async function loadTerms(db: Db): Promise<void> {
  for (const table of Object.values(termTables)) await insertMany(db, table, await missingIn(db, table));
}

async function missingIn(db: Db, table: (typeof termTables)[TermList]) {
  const rows = await db.selectFrom(table).select("code").execute();
  const there = new Set(rows.map(({ code }) => code));
  return shippedTerms[table].filter(({ code }) => !there.has(code));
}

function toRow({ code, names }: { code: string; names: Record<string, string> }, position: number) {
  return { code, labels: JSON.stringify(names), position };
}
