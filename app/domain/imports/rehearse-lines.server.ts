import type BetterSqlite from "better-sqlite3";
import type { Actor } from "#app/domain/access/actor.ts";
import { type ImportTerms, lineDecider, type Stored, storedUnder } from "#app/domain/imports/decide-line.server.ts";
import type { ImportPlace } from "#app/domain/imports/import-place.server.ts";
import type { CheckedLine } from "#app/domain/imports/prepare-line.server.ts";
import type { LineResult } from "#app/domain/imports/write-lines.server.ts";

/**
 * Makes what says what writing lines would do, and writes nothing: it decides by the same rule (`lineDecider`) and
 * remembers what each line would leave, for a later one of the file that names the same record.
 *
 * Not the writing itself in a transaction that is rolled back. It would have to be one for the whole file, because
 * lines of different batches may name the same record; for tens of thousands of lines that is the write lock for half
 * a minute, while whoever saves something meanwhile is refused after five seconds, and what outgrows the cache goes to
 * the disk although it is taken back. This reads only, and keeps a few hundred bytes a line. What it cannot foresee is
 * what others change before the real import, and a refusal by the database itself, which no checked line should meet.
 */
export function lineRehearsal(raw: BetterSqlite.Database, actor: Actor, place: ImportPlace, terms: ImportTerms) {
  const stored = storedUnder(raw, place.groupId);
  const decide = lineDecider(raw, actor, place, terms);
  const left = new Map<string, Stored>();
  const find = (externalId: string) => left.get(externalId) ?? stored(externalId);
  return { find, write };

  function write(line: CheckedLine): LineResult {
    const before = find(line.externalId);
    const decision = decide(line, before);
    if ("fault" in decision) return decision;
    if (decision.result !== "unchanged") {
      left.set(line.externalId, { ...(before ?? newRecord(line)), ...decision.becomes });
    }
    return decision.result;
  }

  /** Its number would be drawn when it is written. */
  function newRecord({
    externalId,
    kind,
  }: CheckedLine): Omit<Stored, "status" | "depth" | "delegation_id" | "sharing"> {
    const author_id = actor.accountId ?? "";
    const facts = { id: "", group_id: place.groupId, number: externalId, kind, author_id, revision: 1 };
    return { ...facts, attribution: "beneficiary", import_digest: null };
  }
}
