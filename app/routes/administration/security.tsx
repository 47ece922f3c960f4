import { useLoaderData } from "@remix-run/react";
import { findAccounts } from "#app/domain/people/find-accounts.server.ts";
import { findAllHelp } from "#app/domain/people/password-help.server.ts";
import { findSecurityEvents, SECURITY_EVENTS_PER_PAGE } from "#app/domain/security/find-security-events.server.ts";
import { securityFilter } from "#app/domain/security/security-question.ts";
import { leaveOutEmpty } from "#app/http/filled-address.server.ts";
import { page } from "#app/http/page.server.ts";
import { SecurityPage } from "#app/ui/administration/SecurityPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { helpInList } from "#app/views/people/help-text.ts";
import { dayOf, securityChoices, wholeSecurityEventInList } from "#app/views/security/security-list.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, { request }) => {
  leaveOutEmpty(request);
  const { actor, db, text, formats } = visit;
  const { searchParams } = new URL(request.url);
  const filter = securityFilter.parse(Object.fromEntries(searchParams));
  const asked = Number(searchParams.get("page") ?? 1);
  const at = Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1;
  const question = { accountId: filter.account, kind: filter.kind, ...dayOf(filter.day, visit), page: at };
  const { events, pages, total } = await findSecurityEvents(db, actor, question);
  const first = (at - 1) * SECURITY_EVENTS_PER_PAGE + 1;
  const where = { first: formats.number(first), last: formats.number(first + events.length - 1) };
  return {
    title: text("security.title"),
    filter,
    choices: securityChoices(await findAccounts(db, actor), visit),
    page: at,
    pages,
    where: text("security.where", { ...where, total: formats.number(total) }),
    helps: (await findAllHelp(db, actor)).map((help) => helpInList(help, visit, false)),
    rows: events.map((event) => wholeSecurityEventInList(event, visit)),
  };
});

export default function Security() {
  return <SecurityPage {...useLoaderData<typeof loader>()} />;
}
