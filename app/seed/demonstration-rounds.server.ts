import type { Actor } from "#app/domain/access/actor.ts";
import { planRound } from "#app/domain/rounds/plan-round.server.ts";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { type CityKey, cityZones } from "#app/domain/time/city-zones.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import { type DemoRound, type DemoSession, demoRounds } from "#app/seed/demonstration-files.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

/** Where and when things of the demonstration are, by their keys in `content/`. */
export interface DemoPlaces {
  /** Rounds by their slugs. */
  rounds: Map<string, string>;
  sessions: Map<string, string>;
  /** Agenda items by `session:kind`. */
  items: Map<string, string>;
  /** The start of a session, or the end of the group's last past round. */
  timeOf: (session: string | undefined, group: string) => Date;
}

interface Planning {
  organiser: () => Promise<Actor>;
  accounts: ReadonlyMap<string, string>;
  beneficiaries: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
}

const DAY = 86_400_000;

/** Plans the rounds and schedules their sessions, past ones as of weeks before they took place. */
export async function loadRounds(
  store: Store,
  planning: Planning,
  now: Date,
  list: readonly DemoRound[] = demoRounds,
): Promise<DemoPlaces> {
  const rounds = new Map<string, string>();
  const sessions = new Map<string, string>();
  const items = new Map<string, string>();
  const times = new Map<string, Date>();
  const ends = new Map<string, Date>();
  const templates = new Map(
    (await store.read.selectFrom("agenda_template").select(["id", "code"]).execute()).map(({ id, code }) => [code, id]),
  );
  for (const round of list) {
    const { startsOn, endsOn, plannedAt } = daysOf(round, now);
    const { id: roundId } = await planRound(
      store,
      await planning.organiser(),
      {
        groupId: sure(planning.groups.get(round.group)),
        titles: round.title,
        slug: round.slug,
        venue: round.venue ?? null,
        zone: round.zone,
        format: round.format,
        city: cityOf(round.zone),
        startsOn,
        endsOn,
      },
      plannedAt,
    );
    rounds.set(round.slug, roundId);
    if (!round.startsInDays) ends.set(round.group, new Date(`${endsOn}T15:00:00.000Z`));
    for (const session of round.sessions) {
      if (session.day === null || session.time === null) continue;
      const input = inputOf(session, session.day, session.time, { roundId, startsOn, planning, templates });
      const { id } = await scheduleSession(
        store,
        await planning.organiser(),
        input,
        new Date(plannedAt.getTime() + 7 * DAY),
      );
      sessions.set(session.key, id);
      times.set(session.key, new Date((await startOf(store, id)) ?? plannedAt));
      for (const item of await itemsOf(store, id)) {
        if (!items.has(`${session.key}:${item.kind}`)) items.set(`${session.key}:${item.kind}`, item.id);
      }
    }
  }
  return { rounds, sessions, items, timeOf: (session, group) => times.get(session ?? "") ?? ends.get(group) ?? now };
}

function daysOf(round: DemoRound, now: Date): { startsOn: string; endsOn: string; plannedAt: Date } {
  if (round.startsInDays === undefined) {
    return {
      startsOn: sure(round.startsOn),
      endsOn: sure(round.endsOn),
      plannedAt: new Date(Date.parse(`${round.startsOn}T09:00:00Z`) - 35 * DAY),
    };
  }
  const startsOn = shiftDays(now.toISOString().slice(0, 10), round.startsInDays);
  return { startsOn, endsOn: shiftDays(startsOn, (round.days ?? 1) - 1), plannedAt: new Date(now.getTime() - 8 * DAY) };
}

function inputOf(
  session: DemoSession,
  dayOfRound: number,
  time: string,
  {
    roundId,
    startsOn,
    planning,
    templates,
  }: { roundId: string; startsOn: string; planning: Planning; templates: Map<string, string> },
) {
  return {
    roundId,
    beneficiaryId: session.beneficiary ? sure(planning.beneficiaries.get(session.beneficiary)) : null,
    consultantIds: session.consultants.map((address) => sure(planning.accounts.get(address))),
    interpreterId: session.interpreter ? sure(planning.accounts.get(session.interpreter)) : null,
    date: shiftDays(startsOn, dayOfRound),
    time,
    minutes: session.minutes,
    language: session.language,
    joinLink: session.joinLink,
    templateId: templates.get(session.template) ?? null,
    attribution: session.attribution,
  };
}

/** The first offered city of a zone. */
export function cityOf(zone: string): CityKey {
  return cityZones.find((entry) => entry.zone === zone)?.city ?? "sarajevo";
}

async function startOf(store: Store, sessionId: string): Promise<string | undefined> {
  return (await store.read.selectFrom("session").select("starts_at").where("id", "=", sessionId).executeTakeFirst())
    ?.starts_at;
}

async function itemsOf(store: Store, sessionId: string) {
  return store.read
    .selectFrom("agenda_item")
    .select(["id", "kind"])
    .where("session_id", "=", sessionId)
    .where("visibility", "=", "shared")
    .orderBy("position")
    .execute();
}
