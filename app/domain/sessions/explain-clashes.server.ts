import { Refused } from "#app/domain/errors.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { Clashes, clashField } from "#app/domain/sessions/clashes.ts";
import { sessionTitle } from "#app/domain/sessions/session-title.ts";
import type { Reader } from "#app/domain/time/reader.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Message } from "#app/i18n/message.ts";

/** Runs a deed; people who would be in two places are named in the reader's language and zone. */
export async function explainClashes<T>(reader: Reader, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw error instanceof Clashes ? inWords(error, reader) : error;
  }
}

interface Fault {
  field: string;
  message: Message;
}

function inWords(error: Clashes, { text, formats, locale }: Reader): Refused {
  const confirm = error.faults.filter(({ field }) => field === "confirmConflicts");
  const lines = error.clashes.map(({ person, startsAt, endsAt, session }, at): Fault => {
    const time = `${formats.dateShort(startsAt)}, ${formats.range(startsAt, endsAt)}, ${formats.zoneLabel(startsAt)}`;
    const field = clashField(at);
    if (!session) return { field, message: { key: "sessions.clash", params: { person, time } } };
    const title = sessionTitle(text, nameWithMark(session, locale));
    const group = label(parseLabels(session.groupNames), locale);
    return { field, message: { key: "sessions.clashSeen", params: { person, time, title, group } } };
  });
  return new Refused([...confirm, ...lines]);
}
