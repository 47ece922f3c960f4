import type { ActionFunctionArgs } from "@remix-run/node";
import { findMinutesItem } from "#app/domain/minutes/find-minutes-item.server.ts";
import { minutesTextForm } from "#app/domain/minutes/minutes-input.ts";
import { findText, textValues } from "#app/domain/minutes/store-revision.server.ts";
import { writeMinutes } from "#app/domain/minutes/write-minutes.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";

/** The minutes of an item as they stand, for those who write them. */
export const loader = page(async (visit, args) => {
  const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
  return Response.json((await findMinutesItem(visit.db, visit.actor, ids)).stored);
});

const save = deed({
  input: minutesTextForm,
  act: (visit, input, store, args) => {
    const ids = { sessionId: param(args, "sessionId"), itemId: param(args, "itemId") };
    return writeMinutes(store, visit.actor, { ...input, ...ids }, visit.now);
  },
  then: async ({ revision }, visit, _input, args) =>
    Response.json({ ...textValues(await findText(visit.db, param(args, "itemId"))), made: String(revision) }),
});

/** Saves them while they are typed, and answers with what stands then, and which revision this text made. */
export const action = async (args: ActionFunctionArgs) => {
  const answer = await save(args);
  return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? undefined);
};
