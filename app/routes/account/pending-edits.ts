import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { dropPendingEdit, keepPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { isFormAddress } from "#app/http/form-address.ts";
import { keptAnswer } from "#app/http/kept-answer.server.ts";
import { page } from "#app/http/page.server.ts";

/** Nothing to read here. */
export const loader = page(async () => {
  throw new NotFound("page");
});

const keep = deed({
  input: confirmation,
  isUnsent: true,
  act: ({ account, now }, _input, store, _args, { at, knows, values }) => {
    const address = backTo(at);
    if (!isFormAddress(address)) throw new Refused({ key: "errors.badValue" });
    return keepPendingEdit(store, account.id, { address, knows, values }, now);
  },
  then: ({ revision }, visit) => keptAnswer(visit, { _pending: String(revision) }),
});

const discard = deed({
  input: confirmation,
  isUnsent: true,
  act: async ({ account }, _input, store, _args, { at, knows }) => {
    await dropPendingEdit(store, account.id, { address: backTo(at), knows });
    return backTo(at);
  },
  then: (at) => redirect(at, 303),
});

/** Keeps what is being typed into a form and answers with its revision and the time; or forgets it, and leads back. */
export const action = async (args: ActionFunctionArgs) => {
  if (new URL(args.request.url).searchParams.has("discard")) return discard(args);
  const answer = await keep(args);
  return answer instanceof Response ? answer : Response.json(answer.data, answer.init ?? undefined);
};
