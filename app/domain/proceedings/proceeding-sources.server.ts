import type { ProceedingKind } from "#app/domain/codes.ts";
import type { Proceeding } from "#app/domain/proceedings/proceeding.ts";
import { proceedingHit } from "#app/domain/proceedings/proceeding-hits.server.ts";
import {
  itemOfMinutes,
  minutesId,
  readActionPoints,
  readAgendaItems,
  readDecisions,
  readMinutes,
} from "#app/domain/proceedings/proceeding-rows.server.ts";
import { type ProceedingAccess, viewProceedings } from "#app/domain/proceedings/proceeding-view.server.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";
import { idsAfter } from "#app/domain/search/ids-after.server.ts";
import type { Profile, RecordFacts, SearchSource } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/** Items of agendas. */
export const agendaItemSource = sourceOfSessions("agenda-item", readAgendaItems, (db, id, limit) =>
  idsAfter(db, "agenda_item", id, limit),
);

/** What the minutes say of an item; found by an id of their own. */
export const minutesSource = sourceOfSessions("minutes", readMinutes, async (db, id, limit) => {
  const rows = await db
    .selectFrom("minutes_text")
    .select("item_id")
    .where("item_id", ">", itemOfMinutes(id))
    .orderBy("item_id")
    .limit(limit)
    .execute();
  return rows.map(({ item_id }) => minutesId(item_id));
});

/** What was decided. */
export const decisionSource = sourceOfSessions("decision", readDecisions, (db, id, limit) =>
  idsAfter(db, "decision", id, limit),
);

/** Who does what by when. */
export const actionPointSource = sourceOfSessions("action-point", readActionPoints, (db, id, limit) =>
  idsAfter(db, "action_point", id, limit),
);

/** All that is found of sessions beside contributions. */
export const proceedingSources = [agendaItemSource, minutesSource, decisionSource, actionPointSource] as const;

/** A source of something that belongs to sessions: each is found by whoever sees it on the pages of its session. */
function sourceOfSessions(
  type: ProceedingKind,
  read: (db: Db, ids: readonly string[]) => Promise<Proceeding[]>,
  idsBehind: SearchSource["idsAfter"],
): SearchSource {
  return {
    type,
    idsAfter: idsBehind,

    async textsOf(db, ids) {
      return (await read(db, ids)).map(({ id, title, body, session: { language } }) => ({
        ...{ recordId: id, language, title, body, own: [], isOriginal: true, isSummarised: false },
      }));
    },

    async factsOf(db, ids) {
      return (await read(db, ids)).map(factsOf);
    },

    viewedBy: viewProceedings,

    // As they are now: one may have been hidden since it was matched in memory.
    async describe(db, actor, matches, marker) {
      const view = await viewProceedings(db, actor);
      const found = await read(
        db,
        matches.map(({ id }) => id),
      );
      return matches.flatMap(({ id, rank }) => {
        const one = found.find((other) => other.id === id);
        const profile = one && profileOf(one);
        if (!profile || !view.sees(profile)) return [];
        return [proceedingHit(one, view.disclosed(profile).session !== null, rank, marker)];
      });
    },
  };
}

function factsOf(one: Proceeding): RecordFacts {
  const { id, at } = one;
  const year = at === null ? 0 : Number(at.slice(0, 4));
  return { id, profile: profileOf(one), at: at ?? "", year, cites: [], filed: [] };
}

function profileOf({ kind, session, internal, state, ownerId, delegationId }: Proceeding): Profile {
  const access: ProceedingAccess = {
    sessionId: session.id,
    roundId: session.roundId,
    beneficiary: session.beneficiary,
    internal: internal ? "1" : null,
    ...{ state, ownerId, delegationId },
  };
  const weight = { draft: reviewWeights.none, circulated: reviewWeights.complete, final: reviewWeights.checked };
  return {
    ...{ type: kind, kind, status: null, groupId: session.groupId, evidenceStage: null, themes: "" },
    ...{ weight: state === null ? reviewWeights.none : weight[state], versions: null, access },
  };
}
