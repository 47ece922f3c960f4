import { indexContributions } from "#app/domain/knowledge/index-contributions.server.ts";
import { writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";
import {
  aCitation,
  aContribution,
  aContributionTheme,
  aTargetGroup,
  aVersion,
} from "#tests/support/factories/contributions.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import type { World } from "#tests/support/world.ts";

/** What a test says about a contribution; the rest is boring. */
export interface ContributionOf {
  id?: string;
  author?: keyof World["people"];
  group?: "first" | "other";
  kind?: "practice" | "challenge" | "need" | "lesson" | "proposal";
  status?: "draft" | "captured" | "complete" | "validated" | "withdrawn";
  sharing?: "bilateral" | "group" | "programme" | "public";
  attribution?: "person" | "institution" | "beneficiary" | "group";
  beneficiary?: "al" | "ba" | "xk" | "regional";
  institution?: "al" | "ba" | null;
  session?: string | null;
  round?: boolean;
  themes?: string[];
  phase?: string | null;
  targets?: string[];
  evidenceStage?: number | null;
  cites?: string[];
  number?: string;
  submittedAt?: string;
  language?: string;
  title: string;
  summary?: string;
  body?: string;
  /** Further language versions. */
  versions?: {
    language: string;
    title: string;
    summary?: string;
    provenance?: "translated" | "machine";
    seconded_at?: string | null;
  }[];
}

let counter = 0;

/** Inserts contributions directly, and indexes them. @returns their ids */
export async function addContributions(store: Store, world: World, all: readonly ContributionOf[]): Promise<string[]> {
  return writeTransaction(store, async (db) => {
    const ids: string[] = [];
    for (const one of all) ids.push(await addContribution(db, world, one));
    return ids;
  });
}

async function addContribution(db: Db, world: World, of: ContributionOf): Promise<string> {
  counter++;
  const beneficiary = of.beneficiary ?? "ba";
  const at = of.submittedAt ?? new Date(Date.UTC(2026, 0, 1) + counter * 60_000).toISOString();
  const { kind, status, attribution, sharing = "group", number } = of;
  const id = await aContribution(db, {
    ...stated({ id: of.id, number, kind, status, attribution }),
    ...{ group_id: of.group === "other" ? world.otherGroupId : world.groupId, sharing },
    ...{ author_id: world.people[of.author ?? "participantBa"], beneficiary },
    delegation_id: beneficiary === "regional" ? null : world.beneficiaries[beneficiary],
    institution_id: of.institution ? world.institutions[of.institution] : null,
    round_id: of.session || of.round ? world.roundId : null,
    session_id: of.session ?? null,
    evidence_stage: of.evidenceStage ?? null,
    phase: of.phase ?? null,
    created_at: at,
  });
  const { title, summary, body, language } = of;
  const texts = { contribution_id: id, updated_at: at };
  await aVersion(db, { ...texts, title, ...stated({ summary, body, language }) });
  for (const version of of.versions ?? []) await aVersion(db, { ...texts, provenance: "translated", ...version });
  for (const code of of.themes ?? []) {
    const theme = await db.selectFrom("theme").select("id").where("code", "=", code).executeTakeFirstOrThrow();
    await aContributionTheme(db, { contribution_id: id, theme_id: theme.id });
  }
  for (const target_group of of.targets ?? []) await aTargetGroup(db, { contribution_id: id, target_group });
  for (const reference_id of of.cites ?? []) await aCitation(db, { contribution_id: id, reference_id });
  await indexContributions(db, [id]);
  return id;
}

/** What was given, so that what was not takes its usual value. */
function stated<Fields extends object>(fields: Fields): { [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** A bilateral session whose audience is given, with ba unless told otherwise. @returns its id */
export function addSession(
  store: Store,
  world: World,
  audience: readonly (keyof World["people"])[],
  beneficiary: "al" | "ba" | "xk" = "ba",
): Promise<string> {
  return writeTransaction(store, (db) =>
    aSession(db, {
      ...{ group_id: world.groupId, round_id: world.roundId, created_by: world.people.organiser, language: "bs" },
      ...{ beneficiary_id: world.beneficiaries[beneficiary], ends_at: "2026-11-04T09:30:00.000Z" },
      delegates: audience.map((person) => world.people[person]),
    }),
  );
}

/** Takes documents out of the index whose records stay: all of one kind, or of one record. */
export async function dropDocuments(store: Store, recordType: "contribution" | "reference", recordId?: string) {
  const rows = await store.read
    .selectFrom("search_document")
    .select("record_id")
    .where("record_type", "=", recordType)
    .$if(recordId !== undefined, (query) => query.where("record_id", "=", recordId ?? ""))
    .execute();
  const gone = rows.map(({ record_id }) => ({ recordType, recordId: record_id, drops: "all" as const }));
  await writeTransaction(store, (db) => writeDocuments(db, gone, []));
}
