import { redirect } from "@remix-run/node";
import { languageForm } from "#app/domain/people/account-input.server.ts";
import { chooseLanguage } from "#app/domain/people/edit-profile.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import { chooseWhileTyping } from "#app/http/choose-while-typing.server.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { interfaceLocales } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";

// Nothing to see here: the choice is in the head of every page.
export const loader = () => redirect(paths.front());

const choose = publicDeed({
  pageless: true,
  input: languageForm,
  act: (visit, { language }, store) =>
    visit.account ? chooseLanguage(store, visit.actor, language, visit.now) : Promise.resolve(null),
  then: (_done, visit, { language, back }) =>
    redirect(backTo(back), {
      status: 303,
      headers: { "Set-Cookie": localeCookie(language, visit.context.config.https) },
    }),
});

export const action = chooseWhileTyping(choose, async (visit, to) => {
  const language = interfaceLocales.find((known) => known === to);
  if (!language) return null;
  await chooseLanguage(visit.store, visit.actor, language, visit.now);
  return localeCookie(language, visit.context.config.https);
});

/** Without a page of its own a refusal would be answered in bare text; with one, `loader` leads away. */
export default function Language() {
  return null;
}
