import { isBusy, type Planned } from "#app/domain/planning/availability.server.ts";
import { draftWaits } from "#app/domain/planning/draft-waits.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { Placed } from "#app/domain/planning/placed.server.ts";

/** What is wrong with a timetable, or worth a look. */
export interface DraftConflict {
  kind:
    | "two-places"
    | "cannot"
    | "elsewhere"
    | "too-many"
    | "past"
    | "no-consultant"
    | "outside-hours"
    | "no-rest"
    | "unfair";
  /** Whether it must not be released like that. */
  blocks: boolean;
  pairingIds: string[];
  people: Planned[];
}

const blocking: readonly DraftConflict["kind"][] = [
  ...(["two-places", "cannot", "elsewhere", "too-many", "past", "no-consultant"] as const),
];

/**
 * What is wrong with a timetable: what blocks its release first. A session that stays where it is scheduled blocks
 * nothing, as people know of it; it is named all the same.
 */
export function draftConflicts(conditions: Conditions, placed: readonly Placed[], now: Date): DraftConflict[] {
  const found: DraftConflict[] = [];
  const say = (kind: DraftConflict["kind"], ofPairings: readonly Placed[], people: readonly Planned[] = []) => {
    const isKnown = ofPairings.every(staysAsScheduled);
    const pairingIds = ofPairings.map(({ pairing }) => pairing.id);
    const named = people.map(({ accountId, name }) => ({ accountId, name }));
    found.push({ kind, blocks: blocking.includes(kind) && !isKnown, pairingIds, people: named });
  };
  const placedOnes = placed.filter(({ place }) => place !== null);
  for (const [at, one] of placedOnes.entries()) {
    checkAlone(conditions, one, now, (kind, people) => say(kind, [one], people));
    for (const other of placedOnes.slice(at + 1)) {
      const both = one.pairing.people.filter(({ accountId }) =>
        other.pairing.people.some((person) => person.accountId === accountId),
      );
      if (both.length === 0) continue;
      const gap = minutesApart(one, other);
      if (gap < 0) say("two-places", [one, other], both);
      else if (gap < conditions.settings.bufferMinutes) say("no-rest", [one, other], both);
    }
  }
  const { mostApart, mostAtOnce } = conditions.settings;
  if (mostApart !== null) {
    const waits = draftWaits(conditions, placed);
    const fewest = Math.min(...waits.map((one) => one.waits));
    const many = waits.filter((one) => one.waits - fewest > mostApart);
    if (many.length > 0) say("unfair", [], many);
  }
  if (mostAtOnce !== null) {
    for (const crowd of crowds(placedOnes)) if (crowd.length > mostAtOnce) say("too-many", crowd);
  }
  return found.sort((a, b) => Number(b.blocks) - Number(a.blocks));
}

/** Whether a pairing has its session at this time already. */
export function staysAsScheduled({ pairing, place }: Placed): boolean {
  return place !== null && pairing.session?.startsAt === place.startsAt;
}

function checkAlone(
  { busy, elsewhere, grid }: Conditions,
  { pairing, place }: Placed,
  now: Date,
  say: (kind: DraftConflict["kind"], people?: readonly Planned[]) => void,
): void {
  if (!place) return;
  const cannot = pairing.people.filter(({ accountId }) => isBusy(busy, accountId, place));
  const away = pairing.people.filter(({ accountId }) => isBusy(elsewhere, accountId, place));
  if (cannot.length > 0) say("cannot", cannot);
  if (away.length > 0) say("elsewhere", away);
  if (place.startsAt <= now.toISOString()) say("past");
  if (pairing.people.every(({ part }) => part !== "consultant")) say("no-consultant");
  const first = grid.slots.findIndex(({ startsAt }) => startsAt === place.startsAt);
  const start = grid.slots[first];
  const last = grid.slots.find(({ endsAt }) => endsAt >= place.endsAt);
  const isInPart = start && last && grid.parts.some(([from, to]) => from <= start.number && last.number <= to);
  if (!isInPart) say("outside-hours");
}

/** How many minutes lie between two; less than none where they overlap. */
function minutesApart({ place: one }: Placed, { place: other }: Placed): number {
  if (!one || !other) return Number.POSITIVE_INFINITY;
  const [first, second] = one.startsAt <= other.startsAt ? [one, other] : [other, one];
  return (Date.parse(second.startsAt) - Date.parse(first.endsAt)) / 60_000;
}

/** What goes on at the beginning of each, so that every crowd is named once. */
function crowds(placed: readonly Placed[]): Placed[][] {
  const starts = [...new Set(placed.map(({ place }) => place?.startsAt ?? ""))].sort();
  return starts.map((at) => placed.filter(({ place }) => place && place.startsAt <= at && place.endsAt > at));
}
