import { isMainThread, parentPort, workerData } from "node:worker_threads";
import { Refused } from "#app/domain/errors.ts";
import { readBusyTimes } from "#app/domain/planning/read-busy-times.server.ts";
import type { CalendarAnswer, CalendarWork } from "#app/domain/planning/read-calendars-aside.server.ts";

const isWork = (data: unknown): data is CalendarWork =>
  typeof data === "object" && data !== null && "calendar" in data && typeof data.calendar === "string";

// Reads one calendar for whoever started it, and ends.
if (!isMainThread && parentPort && isWork(workerData)) parentPort.postMessage(answerTo(workerData));

function answerTo({ calendar, frame }: CalendarWork): CalendarAnswer {
  try {
    return { found: readBusyTimes(calendar, frame) };
  } catch (error) {
    if (error instanceof Refused) return { refused: true, tooLong: error.message.includes("calendarTooLong") };
    throw error;
  }
}
