import type { PlanFacts } from "#app/domain/planning/find-plan.server.ts";
import { daysOf, settingsValues } from "#app/domain/planning/plan-settings.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { label } from "#app/i18n/labels.ts";
import { clockOfRound } from "#app/views/rounds/round-clock.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day } from "#db/schema/columns.ts";

/** A round as the pages of its plan name it. */
export interface PlannedRound {
  id: string;
  title: string;
  /** "Sarajevo (UTC+1)" */
  zone: string;
}

/** The frame of a plan, in sentences. */
export interface FrameView {
  slots: number;
  days: string[];
  pause: string | null;
  slot: string;
  buffer: string | null;
  most: string;
  apart: string;
}

/** Writes what the pages of a plan call its round. */
export function plannedRound(round: RoundFacts, viewer: Viewer): PlannedRound {
  return { id: round.id, title: label(round.titles, viewer.locale), zone: clockOfRound(round, viewer) };
}

/** Writes the frame of a plan. */
export function frameView({ settings, grid }: PlanFacts, viewer: Viewer): FrameView {
  const { text } = viewer;
  const { pause, slotMinutes, bufferMinutes, mostAtOnce, mostApart } = settings;
  return {
    slots: grid.slots.length,
    days: settings.days.map(({ day, from, to }) => text("plan.dayHours", { day: dayName(day, viewer), from, to })),
    pause: pause && `${pause.from}–${pause.to}`,
    slot: text("plan.slotText", { n: slotMinutes }),
    buffer: bufferMinutes > 0 ? text("plan.slotText", { n: bufferMinutes }) : null,
    apart: mostApart === null ? text("plan.noApart") : text("plan.apartText", { count: mostApart }),
    most: mostAtOnce === null ? text("plan.noLimit") : text("plan.mostText", { count: mostAtOnce }),
  };
}

/** "Wednesday 4 November": the year is said by the round. */
export function dayName(day: Day, { locale }: Pick<Viewer, "locale">): string {
  // A day is a day: named in UTC, no zone can shift it.
  return createFormats(locale, "UTC")
    .date(`${day}T12:00:00Z`)
    .replace(/,? \S*\d{4}\.?$/, "");
}

/** The form of the frame. */
export interface SettingsForm {
  round: PlannedRound;
  days: { day: Day; name: string }[];
  stored: Record<string, string | string[]>;
}

/** Writes the form of the frame. */
export function settingsForm({ round, settings }: PlanFacts, viewer: Viewer): SettingsForm {
  return {
    round: plannedRound(round, viewer),
    days: daysOf(round).map((day) => ({ day, name: dayName(day, viewer) })),
    stored: settingsValues(settings, round),
  };
}
