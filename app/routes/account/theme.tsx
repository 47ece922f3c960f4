import { redirect } from "@remix-run/node";
import { themeForm } from "#app/domain/people/account-input.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { themeCookie } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";

// Nothing to see here: the choice is in the menu of the account.
export const loader = () => redirect(paths.front());

export const action = publicDeed({
  pageless: true,
  input: themeForm,
  act: async () => null,
  then: (_done, visit, { theme, back }) =>
    redirect(backTo(back), {
      status: 303,
      headers: { "Set-Cookie": themeCookie(theme, visit.context.config.https) },
    }),
});

/** Without a page of its own a refusal would be answered in bare text; with one, `loader` leads away. */
export default function Theme() {
  return null;
}
