import type { Actor } from "#app/domain/access/actor.ts";
import { sharedRounds } from "#app/domain/access/attribution.server.ts";
import { checksTexts, disclosesRound, disclosure, seesSource } from "#app/domain/access/attribution.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { seesSession } from "#app/domain/access/session.ts";
import { proceedingKinds } from "#app/domain/codes.ts";
import { inFirstTier, type Match, type Matched, type Matcher, type Wanted } from "#app/domain/search/answer/matcher.ts";
import { RECENT_YEARS, reviewWeights, TEXT_STEP } from "#app/domain/search/answer/record-weight.ts";
import { orderOf } from "#app/domain/search/answer/records.ts";
import { readDocuments } from "#app/domain/search/index/read-documents.server.ts";
import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { Store } from "#db/store.ts";
import { visibleProceedings } from "#tests/support/naive-proceedings.ts";
import { type NaiveText, naiveRank, naiveText } from "#tests/support/naive-text.ts";

/** A record that somebody sees, with what its attribution discloses to them. */
interface NaiveRecord {
  type: string;
  id: string;
  at: string;
  /** Whether the day is told; else the year alone. */
  day: boolean;
  year: number;
  weight: number;
  status: string | null;
  groupId: string | null;
  evidenceStage: number | null;
  cites: string[];
  phase: string | null;
  attribution: string | null;
  targets: string[];
  /** Codes. */
  themes: string[];
  values: Record<Exclude<FacetName, "theme">, string | null>;
  versions: { language: string; named: boolean; isOriginal: boolean; isSummarised: boolean; text: NaiveText }[];
}

/**
 * Answers a search without an index, a cache or a set query: every record is read, asked one by one who sees it and
 * what is disclosed, and its texts are read from their beginning to their end. What tests compare the product with.
 */
export function naiveMatcher(store: Store): Matcher {
  return {
    sources: searchSources,
    match: async (actor, wanted) => {
      const records = await visibleRecords(store, actor);
      return inFirstTier(wanted.query, (tier) => judge(records, wanted, tier));
    },
    suggest: async () => [],
    similar: async () => [],
  };
}

function judge(records: readonly NaiveRecord[], wanted: Wanted, tier: Tier): Matched {
  const { filters, query, locale, types, sort, limit, cursor, year } = wanted;
  const hits = records.flatMap((record) => {
    if (types && !types.includes(record.type)) return [];
    const versions = record.versions.flatMap(({ language, named, isOriginal, text }) => {
      const rank = filters.lang && !(named && filters.lang.includes(language)) ? null : naiveRank(text, query, tier);
      return rank === null ? [] : [{ language, isOriginal, rank }];
    });
    versions.sort(
      (one, other) =>
        other.rank - one.rank ||
        Number(other.language === locale) - Number(one.language === locale) ||
        Number(other.isOriginal) - Number(one.isOriginal) ||
        (one.language < other.language ? -1 : 1),
    );
    const [best] = versions;
    if (!best) return [];
    const age = record.at === "" ? RECENT_YEARS : year - record.year;
    const rank = best.rank * TEXT_STEP + record.weight + Math.min(RECENT_YEARS, Math.max(0, RECENT_YEARS - age));
    return [{ record, language: best.language, rank, failed: failedFilters(record, wanted) }];
  });
  const total = hits.filter(({ failed }) => failed.length === 0);
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map<string, number>()])) as Matched["counts"];
  for (const { record, failed } of hits) {
    for (const name of facetNames) {
      if (failed.some((filter) => filter !== name)) continue;
      for (const value of valuesOf(record, name, wanted)) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  const key = ({ record, rank }: (typeof hits)[number]) =>
    [sort === "newest" ? 0 : rank, orderedBy(record), orderOf(record.id)] as const;
  const before = (one: (typeof hits)[number], other: (typeof hits)[number]): number => {
    const [first, second] = [key(one), key(other)];
    return second[0] - first[0] || second[1] - first[1] || second[2] - first[2];
  };
  total.sort(before);
  const edge = cursor ? hits.find(({ record }) => record.id === cursor.edge) : undefined;
  const beyond = total.filter(
    (hit) => !cursor || (edge && before(hit, edge) * (cursor.direction === "before" ? -1 : 1) > 0),
  );
  const page = cursor?.direction === "before" ? beyond.slice(-limit - 1) : beyond.slice(0, limit + 1);
  return {
    all: hits.length,
    total: total.length,
    counts,
    page: page.map(({ record: { type, id }, language, rank }): Match => ({ type, id, language, rank })),
  };
}

function valuesOf(record: NaiveRecord, name: FacetName, { themeTree }: Wanted): string[] {
  if (name !== "theme") return record.values[name] === null ? [] : [record.values[name]];
  const broader = themeTree.filter(([, theme]) => record.themes.includes(theme)).map(([ancestor]) => ancestor);
  return [...new Set(broader)];
}

function failedFilters(record: NaiveRecord, wanted: Wanted): string[] {
  const { filters, bounds } = wanted;
  const { evidence, from, until, has } = bounds;
  const failed: string[] = facetNames.filter(
    (name) => filters[name] && !valuesOf(record, name, wanted).some((value) => filters[name]?.includes(value)),
  );
  const having: Record<string, boolean> = {
    translation: record.versions.some(({ isOriginal }) => !isOriginal),
    summary: record.versions.some(({ isSummarised }) => isSummarised),
    references: record.cites.length > 0,
  };
  const stage = record.evidenceStage;
  const fails = [
    filters.status && !filters.status.includes(record.status ?? ""),
    filters.group && !filters.group.includes(record.groupId ?? ""),
    filters.phase && !filters.phase.includes(record.phase ?? ""),
    filters.attribution && !filters.attribution.includes(record.attribution ?? ""),
    filters.target && !filters.target.some((code) => record.targets.includes(code)),
    filters.cites && !filters.cites.some((id) => record.cites.includes(id)),
    evidence && (stage === null || stage < evidence.least || stage > evidence.most),
    from !== null && (record.day ? record.at < from : startOfYear(record.year) < dayIn(from)),
    until !== null &&
      (record.day ? record.at === "" || record.at >= until : startOfYear(record.year + 1) > dayIn(until)),
    has.some((code) => !having[code]),
  ];
  return fails.some(Boolean) ? [...failed, "others"] : failed;
}

/** What a record is ordered by: the beginning of its year where the day is not told. */
function orderedBy({ at, day, year }: NaiveRecord): number {
  if (at === "") return -1;
  return Date.parse(day ? at : `${year}-01-01T00:00:00.000Z`);
}

function startOfYear(year: number): string {
  return `${year}-01-01`;
}

/** The day that begins at an instant in Sarajevo, where filters of these searches go by. */
function dayIn(instant: string): string {
  return new Date(instant).toLocaleDateString("sv", { timeZone: "Europe/Sarajevo" });
}

async function visibleRecords(store: Store, actor: Actor): Promise<NaiveRecord[]> {
  return [
    ...(await visibleContributions(store, actor)),
    ...(await references(store)),
    ...(await proceedings(store, actor)),
  ];
}

async function proceedings(store: Store, actor: Actor): Promise<NaiveRecord[]> {
  const seen = await visibleProceedings(store, actor, await currentAudience(store));
  const all: NaiveRecord[] = [];
  for (const kind of proceedingKinds) {
    const ofKind = seen.filter((one) => one.kind === kind);
    const versions = await versionsOf(
      store,
      kind,
      ofKind.map(({ id }) => ({ id, number: "" })),
    );
    for (const { id, at, weight, groupId, beneficiary, round, session } of ofKind) {
      all.push({
        ...{ type: kind, id, at, day: true, year: at === "" ? 0 : Number(at.slice(0, 4)), weight, status: null },
        ...{ groupId, evidenceStage: null, cites: [], themes: [], phase: null, attribution: null, targets: [] },
        values: { kind, beneficiary, institution: null, round, session },
        versions: versions.get(id) ?? [],
      });
    }
  }
  return all;
}

async function visibleContributions(store: Store, actor: Actor): Promise<NaiveRecord[]> {
  const db = store.read;
  const rows = await db
    .selectFrom("contribution")
    .innerJoin("working_group", "working_group.id", "group_id")
    .leftJoin("institution", "institution.id", "institution_id")
    .selectAll("contribution")
    .select(["working_group.programme_id", "institution.type as named_type"])
    .execute();
  const attended = await currentAudience(store);
  const shared = (await sharedRounds(db).execute()).map(({ id }) => id);
  const themes = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "theme_id")
    .select(["contribution_id", "theme.code"])
    .execute();
  const targets = await db.selectFrom("contribution_target_group").selectAll().execute();
  const cites = await db.selectFrom("contribution_reference").select(["contribution_id", "reference_id"]).execute();
  const versions = await versionsOf(store, "contribution", rows);
  const spoken = await spokenLanguages(store);
  const unseconded = await db.selectFrom("contribution_version").selectAll().where("seconded_at", "is", null).execute();
  const unread = new Set(unseconded.map(({ contribution_id, language }) => `${contribution_id} ${language}`));
  return rows.flatMap((row): NaiveRecord[] => {
    const sessionAudience = attended.filter((one) => one.session_id === row.session_id).map((one) => one.account_id);
    const { sharing, status, group_id: groupId, author_id: authorId, delegation_id: delegationId } = row;
    const access = { groupId, programmeId: row.programme_id, status, sharing, authorId, delegationId, sessionAudience };
    if (!isSubmitted(status) || !seesContribution(actor, access)) return [];
    const disclosed = disclosure(row.attribution, seesSource(actor, access));
    const inGroup = actor.memberships.some((membership) => membership.groupId === groupId);
    const heard = (all: NaiveRecord["versions"], id: string) =>
      all.filter(({ isOriginal, language }) => inGroup || isOriginal || !unread.has(`${id} ${language}`));
    const isShared = row.round_id !== null && shared.includes(row.round_id);
    return [
      {
        type: "contribution",
        id: row.id,
        at: row.submitted_at ?? "",
        day: disclosed.day,
        year: Number(row.number.split("-")[1]),
        weight: (reviewWeights as Record<string, number>)[status] ?? 0,
        ...{ status, groupId, evidenceStage: row.evidence_stage },
        cites: cites.filter((one) => one.contribution_id === row.id).map((one) => one.reference_id),
        ...{ phase: row.phase, attribution: row.attribution },
        targets: targets.filter((one) => one.contribution_id === row.id).map((one) => one.target_group),
        themes: themes.filter((one) => one.contribution_id === row.id).map(({ code }) => code),
        values: {
          kind: row.kind,
          beneficiary: disclosed.beneficiary ? row.beneficiary : null,
          institution: disclosed.institutionType ? (row.named_type ?? row.institution_type) : null,
          round: disclosesRound(disclosed, isShared) ? row.round_id : null,
          session: seesSession(actor, { groupId, audience: sessionAudience }) ? row.session_id : null,
        },
        versions: readable(
          heard(versions.get(row.id) ?? [], row.id),
          disclosed.language || checksTexts(actor, groupId),
          (language) => spoken.has(`${groupId} ${language}`),
        ),
      },
    ];
  });
}

/** Who was invited to which session as what they are now. */
async function currentAudience(store: Store) {
  const people = await store.read.selectFrom("session_person").selectAll().where("removed_at", "is", null).execute();
  const sessions = await store.read.selectFrom("session").select(["id", "group_id"]).execute();
  const members = await store.read.selectFrom("membership").selectAll().where("ended_at", "is", null).execute();
  return people.filter((one) => {
    const groupId = sessions.find(({ id }) => id === one.session_id)?.group_id;
    const member = members.find(({ account_id, group_id }) => account_id === one.account_id && group_id === groupId);
    return member?.standing_since != null && member.standing_since <= one.invited_at;
  });
}

/** Those versions that a viewer reads: of a language that few speak none, unless there is nothing else to read. */
function readable(versions: NaiveRecord["versions"], told: boolean, isSpoken: (language: string) => boolean) {
  if (told || versions.some(({ isOriginal, language }) => isOriginal && isSpoken(language))) return versions;
  const spoken = versions.filter(({ language }) => isSpoken(language));
  if (spoken.length > 0) return spoken;
  return versions.filter(({ isOriginal }) => isOriginal).map((version) => ({ ...version, named: false }));
}

/** Languages of sessions with three delegations, or with everybody where there are so many; with their groups. */
async function spokenLanguages(store: Store): Promise<Set<string>> {
  const sessions = await store.read.selectFrom("session").selectAll().where("status", "=", "scheduled").execute();
  const members = await store.read
    .selectFrom("membership")
    .selectAll()
    .where("role", "=", "participant")
    .where("ended_at", "is", null)
    .execute();
  const spoken = new Set<string>();
  for (const { group_id, language } of sessions) {
    const held = sessions.filter((one) => one.group_id === group_id && one.language === language);
    const delegations = new Set(
      held.some(({ beneficiary_id }) => beneficiary_id === null)
        ? members.filter((one) => one.group_id === group_id).map((one) => one.beneficiary_id)
        : [],
    );
    const bilateral = new Set(held.flatMap(({ beneficiary_id }) => beneficiary_id ?? []));
    if (delegations.size >= 3 || bilateral.size >= 3) spoken.add(`${group_id} ${language}`);
  }
  return spoken;
}

async function references(store: Store): Promise<NaiveRecord[]> {
  const rows = await store.read.selectFrom("reference").select(["id", "identifier as number"]).execute();
  const versions = await versionsOf(
    store,
    "reference",
    rows.map(({ id }) => ({ id, number: "" })),
  );
  return rows.map(({ id }) => ({
    ...{
      type: "reference",
      id,
      at: "",
      day: true,
      year: 0,
      weight: reviewWeights.checked,
      status: null,
      groupId: null,
    },
    ...{ evidenceStage: null, cites: [], themes: [], phase: null, attribution: null, targets: [] },
    values: { kind: "reference", beneficiary: null, institution: null, round: null, session: null },
    versions: versions.get(id) ?? [],
  }));
}

/** Versions as they read now, whatever the index holds. */
async function versionsOf(store: Store, type: string, records: readonly { id: string; number: string }[]) {
  const source = searchSources.find((one) => one.type === type)!;
  const versions = new Map<string, NaiveRecord["versions"]>();
  const ids = records.map(({ id }) => id);
  for (const document of await readDocuments(store.read, source, ids)) {
    const { number } = records.find(({ id }) => id === document.recordId)!;
    const { language, isOriginal, isSummarised } = document;
    const version = { language, named: true, isOriginal, isSummarised, text: naiveText(document, number) };
    versions.set(document.recordId, [...(versions.get(document.recordId) ?? []), version]);
  }
  return versions;
}
