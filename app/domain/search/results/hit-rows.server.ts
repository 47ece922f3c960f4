import { expressionBuilder, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { contributionIsVisible } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** All language versions of contributions, and whether attribution binds for the reader. */
export function findVersionRows(db: Db, actor: Actor, ids: readonly string[]) {
  return db
    .selectFrom("contribution")
    .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
    .select([
      "contribution.id",
      "contribution.number",
      "contribution.external_id",
      "contribution.kind",
      "contribution.status",
      "contribution.sharing",
      "contribution.attribution",
      "contribution.beneficiary",
      "contribution.evidence_stage",
      "version.language",
      "version.provenance",
      "version.title",
      "version.summary",
      "version.body",
      "version.details",
    ])
    .select(sql<0 | 1>`${sourceIsVisible(expressionBuilder<Schema, "contribution">(), actor)}`.as("sees_source"))
    .where("contribution.id", "in", ids)
    .execute();
}

/** What contributions cite, in the order of the numbers. */
export function findCitations(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("contribution_reference")
    .innerJoin("reference", "reference.id", "contribution_reference.reference_id")
    .select(["contribution_reference.contribution_id", "contribution_reference.rule", "reference.identifier"])
    .where("contribution_reference.contribution_id", "in", ids)
    .orderBy("reference.identifier")
    .execute();
}

/** References with the number of records that cite them and that the reader sees. */
export function findReferenceRows(db: Db, actor: Actor, ids: readonly string[]) {
  return db
    .selectFrom("reference")
    .selectAll()
    .select((eb) =>
      eb
        .selectFrom("contribution")
        .innerJoin("contribution_reference as citation", "citation.contribution_id", "contribution.id")
        .whereRef("citation.reference_id", "=", "reference.id")
        .where("contribution.status", "in", submittedStatuses)
        .where((contribution) => contributionIsVisible(contribution as never, actor))
        .select((contribution) => contribution.fn.countAll<number>().as("n"))
        .as("cited_by"),
    )
    .where("id", "in", ids)
    .execute();
}

/** What records are called by whoever imported them, else their number; see `externalId` of a hit. */
export async function nameRows(db: Db, actor: Actor, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const contributions = await db
    .selectFrom("contribution")
    .select(["id", "number", "external_id", "attribution"])
    .select(sql<0 | 1>`${sourceIsVisible(expressionBuilder<Schema, "contribution">(), actor)}`.as("sees_source"))
    .where("id", "in", ids)
    .execute();
  const references = await db.selectFrom("reference").select(["id", "identifier"]).where("id", "in", ids).execute();
  return [
    ...contributions.map((row) => {
      const disclosed = disclosure(row.attribution, row.sees_source === 1);
      return { id: row.id, name: (disclosed.externalId ? row.external_id : null) ?? row.number };
    }),
    ...references.map((row) => ({ id: row.id, name: row.identifier })),
  ];
}
