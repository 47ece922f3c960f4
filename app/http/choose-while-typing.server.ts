import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { keepPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { throwUnsaved } from "#app/http/failed-deed.server.ts";
import { readForm, type SentForm } from "#app/http/form.server.ts";
import { isFormAddress } from "#app/http/form-address.ts";
import { refuseOfAnother, secretField } from "#app/http/kept-form.server.ts";
import { readSignedInVisit, type SignedInVisit } from "#app/http/visit.server.ts";

type Action = (args: ActionFunctionArgs) => Promise<unknown>;

/**
 * Action of a choice in the head of every page. Where a form is open on the page, the form comes along, and the choice
 * is `to` in the address: what is in the form is kept, and is there again when the page opens as it was chosen.
 * @param otherwise answers where no form comes along
 * @param choose makes the choice and gives its `Set-Cookie` header; null where there is no such choice
 */
export function chooseWhileTyping(
  otherwise: Action,
  choose: (visit: SignedInVisit, to: string) => Promise<string | null>,
): Action {
  return async (args) => {
    const { request } = args;
    const to = new URL(request.url).searchParams.get("to");
    if (to === null) return otherwise(args);
    const visit = await readSignedInVisit(args);
    const back = await carryAlong(visit, await readForm(request));
    const cookie = await choose(visit, to);
    return redirect(back, { status: 303, headers: cookie ? { "Set-Cookie": cookie } : {} });
  };
}

/**
 * Keeps a form that is taken along to another page, so that it is there again when one comes back.
 * @returns the address of its page
 * @throws an error that carries what was typed, where it cannot be kept: the next page would have to do without
 */
export async function carryAlong(visit: SignedInVisit, { at, knows, ...sent }: SentForm): Promise<string> {
  const { store, account, context, now } = visit;
  const typed = Object.entries(sent.values).filter(([name]) => !secretField.test(name));
  // What the form wrote without an answer stays its own also when it is there again.
  const values = { ...Object.fromEntries(typed), after: knows.after.join(" ") };
  const address = backTo(at);
  if (!isFormAddress(address)) return address;
  try {
    refuseOfAnother(visit, sent.owner);
    await keepPendingEdit(store, account.id, { address, knows, values }, now);
  } catch (error) {
    throwUnsaved({ error, values, path: address, context });
  }
  return address;
}
