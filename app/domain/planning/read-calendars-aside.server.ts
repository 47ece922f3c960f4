import { Worker } from "node:worker_threads";
import type { Stretch } from "#app/domain/planning/availability.server.ts";
import { type CalendarFrame, refusedCalendar } from "#app/domain/planning/read-busy-times.server.ts";

/** Reads the busy times of a calendar file wherever it is done: see `readBusyTimes`. */
export type ReadCalendar = (calendar: string, frame: CalendarFrame) => Promise<Stretch[]>;

/** What the thread is asked for. */
export interface CalendarWork {
  calendar: string;
  frame: CalendarFrame;
}

/** What the thread answers. */
export type CalendarAnswer = { found: Stretch[] } | { refused: true; tooLong: boolean };

/** Longest that one calendar is read, in milliseconds. */
const PATIENCE = 5000;
/** Most memory that reading one may take, in megabytes. */
const MEMORY = 256;

/**
 * Reads calendars in a thread of its own, one after the other: a rule for events can be written so that nobody finds
 * their next one, and no step of it can be counted. What takes longer than a reader waits is given up.
 * @param threadFile the bundled `calendar-thread.ts`
 * @throws Refused (the returned function) for what is no calendar, or too much of it
 */
export function readCalendarsAside(threadFile: string, patience = PATIENCE): ReadCalendar {
  let before: Promise<unknown> = Promise.resolve();
  return (calendar, frame) => {
    const reading = before.then(() => readOne(threadFile, { calendar, frame }, patience));
    before = reading.catch(() => undefined);
    return reading;
  };
}

async function readOne(threadFile: string, work: CalendarWork, patience: number): Promise<Stretch[]> {
  const worker = new Worker(threadFile, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  const end = setTimeout(() => void worker.terminate(), patience);
  try {
    const answer = await new Promise<CalendarAnswer>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ refused: true, tooLong: true }) : reject(error),
      );
      worker.once("exit", () => resolve({ refused: true, tooLong: true }));
    });
    if ("found" in answer) return answer.found;
    throw refusedCalendar(answer.tooLong ? "availability.calendarTooLong" : "availability.badCalendar");
  } finally {
    clearTimeout(end);
  }
}
