import { redirect } from "@remix-run/node";
import { themeForm, themes } from "#app/domain/people/account-input.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { chooseWhileTyping } from "#app/http/choose-while-typing.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { themeCookie } from "#app/http/visit.server.ts";
import { paths } from "#app/paths.ts";

// Nothing to see here: the choice is in the menu of the account.
export const loader = () => redirect(paths.front());

const choose = publicDeed({
  pageless: true,
  input: themeForm,
  act: async () => null,
  then: (_done, visit, { theme, back }) =>
    redirect(backTo(back), {
      status: 303,
      headers: { "Set-Cookie": themeCookie(theme, visit.context.config.https) },
    }),
});

export const action = chooseWhileTyping(choose, async (visit, to) => {
  const theme = themes.find((known) => known === to);
  return theme ? themeCookie(theme, visit.context.config.https) : null;
});

/** Without a page of its own a refusal would be answered in bare text; with one, `loader` leads away. */
export default function Theme() {
  return null;
}
