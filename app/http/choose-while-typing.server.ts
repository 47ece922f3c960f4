import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { keepPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { throwUnsaved } from "#app/http/failed-deed.server.ts";
import { readForm } from "#app/http/form.server.ts";
import { secretField } from "#app/http/kept-form.server.ts";
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
    const { request, context } = args;
    const to = new URL(request.url).searchParams.get("to");
    if (to === null) return otherwise(args);
    const visit = await readSignedInVisit(args);
    const { at, knows, ...sent } = await readForm(request);
    const typed = Object.entries(sent.values).filter(([name]) => !secretField.test(name));
    // What the form wrote without an answer stays its own also when it is there again.
    const values = { ...Object.fromEntries(typed), after: knows.after.join(" ") };
    const back = backTo(at ?? undefined);
    try {
      await keepPendingEdit(visit.store, visit.account.id, { address: back, knows, values }, visit.now);
    } catch (error) {
      // Nothing is chosen then: the next page would have to do without what was typed.
      throwUnsaved({ error, values, path: back, context });
    }
    const cookie = await choose(visit, to);
    return redirect(back, { status: 303, headers: cookie ? { "Set-Cookie": cookie } : {} });
  };
}
