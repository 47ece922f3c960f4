import { Worker } from "node:worker_threads";
import type { Stretch } from "#app/domain/planning/availability.server.ts";
import type { CalendarFrame } from "#app/domain/planning/read-busy-times.server.ts";

/**
 * Reads the busy times of a calendar file wherever it is done: see `readBusyTimes`. What is refused is told, not
 * thrown: whoever asks may not know the errors of where it was read.
 */
export type ReadCalendar = (calendar: string, frame: CalendarFrame) => Promise<CalendarAnswer>;

/** What the thread is asked for. */
export interface CalendarWork {
  calendar: string;
  frame: CalendarFrame;
}

/** What was found, or that it is no calendar or too much of one. */
export type CalendarAnswer = { found: Stretch[] } | { refused: true; tooLong: boolean };

/** Longest that one calendar is read, in milliseconds. */
const PATIENCE = 5000;
/** Most memory that reading one may take, in megabytes. */
const MEMORY = 256;

/**
 * Reads calendars in a thread of its own, one after the other: a rule for events can be written so that nobody finds
 * their next one, and no step of it can be counted. What takes longer than a reader waits is given up.
 * @param threadFile the bundled `calendar-thread.ts`
 */
export function readCalendarsAside(threadFile: string, patience = PATIENCE): ReadCalendar {
  let before: Promise<unknown> = Promise.resolve();
  return (calendar, frame) => {
    const reading = before.then(() => readOne(threadFile, { calendar, frame }, patience));
    before = reading.catch(() => undefined);
    return reading;
  };
}

async function readOne(threadFile: string, work: CalendarWork, patience: number): Promise<CalendarAnswer> {
  const worker = new Worker(threadFile, { workerData: work, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
  const end = setTimeout(() => void worker.terminate(), patience);
  try {
    return await new Promise<CalendarAnswer>((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", (error: NodeJS.ErrnoException) =>
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? resolve({ refused: true, tooLong: true }) : reject(error),
      );
      worker.once("exit", () => resolve({ refused: true, tooLong: true }));
    });
  } finally {
    clearTimeout(end);
  }
}
