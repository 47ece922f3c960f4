import type { Actor } from "#app/domain/access/actor.ts";
import { contributionIsVisible } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";
import { idsAfter } from "#app/domain/search/ids-after.server.ts";
import { mentionsIn } from "#app/domain/search/index/document-words.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import type { Profile, SearchSource } from "#app/domain/search/sources.ts";
import { squeezeIdentifier } from "#app/language/identifiers.ts";
import type { Db } from "#db/store.ts";

/** A reference among what was found. */
export interface ReferenceHit extends Hit {
  recordType: "reference";
  kind: "reference";
  class: string;
  date: string;
  verified: boolean;
  superseded: boolean;
  /** Records that cite it and that the viewer sees. */
  citedBy: number;
}

/** Their texts are in English. */
const LANGUAGE = "en";

const profile: Profile = {
  type: "reference",
  kind: "reference",
  status: null,
  groupId: null,
  evidenceStage: null,
  themes: "",
  // They are read by editors.
  weight: reviewWeights.checked,
  versions: null,
  access: {},
};
const undisclosed = { beneficiary: null, institution: null, round: null, session: null, day: true, versions: null };

/** References are found by everybody. */
export const referenceSource: SearchSource = {
  type: "reference",
  isShownByNumber: true,

  idsAfter: (db, id, limit) => idsAfter(db, "reference", id, limit),

  async textsOf(db, ids) {
    const rows = await db.selectFrom("reference").selectAll().where("id", "in", ids).orderBy("id").execute();
    return rows.map((row) => ({
      recordId: row.id,
      language: LANGUAGE,
      title: row.title,
      body: [row.identifier, row.summary, row.class, row.date].filter(Boolean).join("\n"),
      own: numbersOf(row.identifier),
      isOriginal: true,
      isSummarised: false,
    }));
  },

  async factsOf(db, ids) {
    const rows = await db.selectFrom("reference").select("id").where("id", "in", ids).orderBy("id").execute();
    return rows.map(({ id }) => ({ id, profile, at: "", year: 0, cites: [], filed: [] }));
  },

  async viewedBy() {
    return { key: "", sees: () => true, disclosed: () => undisclosed };
  },

  async describe(db, actor, matches, marker) {
    const rows = await referenceRows(
      db,
      actor,
      matches.map(({ id }) => id),
    );
    return matches.flatMap(({ id, rank }): ReferenceHit[] => {
      const row = rows.find((one) => one.id === id);
      if (!row) return [];
      const { identifier: number, title, summary } = row;
      return [
        {
          recordType: "reference",
          id,
          number,
          kind: "reference",
          language: LANGUAGE,
          tag: LANGUAGE,
          ...marker.mark({ number, language: LANGUAGE, title, summary }),
          externalId: null,
          rank,
          class: row.class,
          date: row.date,
          verified: row.verified === 1,
          superseded: row.superseded !== "",
          citedBy: Number(row.cited_by),
        },
      ];
    });
  },

  async named(db, numbers) {
    const rows = await db.selectFrom("reference").select(["id", "identifier"]).orderBy("id").execute();
    return rows.flatMap(({ id, identifier }) =>
      numbersOf(identifier).flatMap((number) => (numbers.includes(number) ? [{ number, id }] : [])),
    );
  },
};

/** What a reference is called by number. A name without one ("OSCE") is a word like any other and not among these. */
function numbersOf(identifier: string): string[] {
  const mentioned = mentionsIn(identifier);
  if (mentioned.length > 0) return mentioned;
  const named = identifier.split(/[\s/,]+/).map(squeezeIdentifier);
  return [...new Set(named.filter((name) => /[a-z]/.test(name) && /\d/.test(name)))];
}

/** References with the number of records that cite them and that the viewer sees. */
function referenceRows(db: Db, actor: Actor, ids: readonly string[]) {
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
    .orderBy("id")
    .execute();
}
