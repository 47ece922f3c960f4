import { findRecord } from "#app/domain/minutes/find-record.server.ts";
import { page } from "#app/http/page.server.ts";
import { minutesName, paperFile, readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { sessionDocument } from "#app/views/minutes/record-document.server.ts";

/** The minutes of a session as a file, for those who read them. */
export const loader = page(async (visit, args) => {
  const sessionId = param(args, "sessionId");
  const record = await findRecord(visit.db, visit.actor, sessionId, visit.now);
  return paperFile(visit, "pdf", minutesName(args, sessionId), sessionDocument(record, readAs(args), visit));
});
