import { findRoundRecords } from "#app/domain/minutes/find-record.server.ts";
import { page } from "#app/http/page.server.ts";
import { minutesName, paperFile, readAs } from "#app/http/paper-file.server.ts";
import { param } from "#app/http/param.ts";
import { roundDocument } from "#app/views/minutes/record-document.server.ts";

/** The minutes of a round as a file, as far as somebody reads them. */
export const loader = page(async (visit, args) => {
  const roundId = param(args, "roundId");
  const found = await findRoundRecords(visit.db, visit.actor, roundId, visit.now);
  return paperFile(visit, "pdf", minutesName(args, roundId), roundDocument(found, readAs(args), visit));
});
