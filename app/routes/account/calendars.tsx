import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { createFeed } from "#app/domain/tokens/create-feed.server.ts";
import { feedInput } from "#app/domain/tokens/feed-input.ts";
import { findFeedChoices } from "#app/domain/tokens/find-feed-choices.server.ts";
import { findFeeds } from "#app/domain/tokens/find-feeds.server.ts";
import { hasConfirmed, requireConfirmed } from "#app/http/confirmed.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { openedOnce } from "#app/http/opening.server.ts";
import { page } from "#app/http/page.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { paths } from "#app/paths.ts";
import { CalendarsPage } from "#app/ui/account/CalendarsPage.tsx";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { feedChoiceLabel, feedInList } from "#app/views/tokens/feed-in-list.ts";

export const meta = titleMeta;

const load = page(async (visit) => {
  const choices = await findFeedChoices(visit.db, visit.actor);
  return {
    title: visit.text("calendars.title"),
    isConfirmed: await hasConfirmed(visit),
    choices: choices.map((choice) => ({ value: choice.value, label: feedChoiceLabel(choice, visit) })),
    feeds: (await findFeeds(visit.db, visit.actor)).map((feed) => feedInList(feed, choices, visit)),
  };
});

export const loader = openedOnce(load);

export const action = deed({
  input: feedInput,
  act: async (visit, input, store) => {
    await requireConfirmed(visit);
    return createFeed(store, visit.actor, input, visit.now);
  },
  made: () => `${paths.accountCalendars()}#feeds`,
  // Not a redirect: the secret is in no address of ours, and nowhere once this page is left.
  then: ({ id, secret }, visit, { name }) => {
    tell(visit, "feed.made", { place: id });
    const address = secret && `${visit.context.config.publicUrl}${paths.calendarFeed(`${secret}.ics`)}`;
    return data({ made: { address, name } });
  },
});

export const clientAction = sendForm;

export default function Calendars() {
  const answer = useActionData<typeof action>();
  const made = answer && "made" in answer ? answer.made : null;
  const refused = answer && "errors" in answer ? answer : undefined;
  return <CalendarsPage {...useLoaderData<typeof loader>()} made={made} answer={refused} />;
}
