import { redirect } from "@remix-run/node";
import { groupChoiceForm } from "#app/domain/people/account-input.server.ts";
import { chooseGroup } from "#app/domain/people/choose-group.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { paths } from "#app/paths.ts";

// Nothing to see here: the choice is in the head of every page.
export const loader = () => redirect(paths.home());

export const action = deed({
  pageless: true,
  input: groupChoiceForm,
  act: (visit, { group }, store) => chooseGroup(store, visit.actor, group),
  then: () => paths.home(),
});

/** Without a page of its own a refusal would be answered in bare text; with one, `loader` leads away. */
export default function CurrentGroup() {
  return null;
}
