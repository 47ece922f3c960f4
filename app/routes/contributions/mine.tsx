import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { listContributions } from "#app/domain/knowledge/list-contributions.server.ts";
import { page } from "#app/http/page.server.ts";
import { MyContributionsPage } from "#app/ui/contributions/page/MyContributionsPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { contributionInList } from "#app/views/contributions/contribution-in-list.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const { db, actor, groupId, text } = visit;
  if (!groupId) throw new NotFound("group");
  const mine = await listContributions(db, actor, { mineInGroup: groupId });
  return {
    title: text("knowledge.mine"),
    records: mine.map((contribution) => contributionInList(contribution, visit)),
    mayPost: can(actor, "contribution.post", { groupId }),
  };
});

export default function MyContributions() {
  return <MyContributionsPage {...useLoaderData<typeof loader>()} />;
}
