import { useLoaderData } from "@remix-run/react";
import { NotFound } from "#app/domain/errors.ts";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { DifferencesPage } from "#app/ui/contributions/page/DifferencesPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { differencesView, NOW } from "#app/views/contributions/differences-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const history = await findHistory(visit.db, visit.actor, param(args, "number"));
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("from");
  const from = positionIn(asked) ?? history.revisions.length;
  const differences = differencesView(history, { from, to: positionIn(searchParams.get("to")) }, visit);
  if (!differences && asked !== null) throw new NotFound("page");
  const { number } = history.contribution;
  return { title: visit.text("knowledge.differencesOf", { number }), number, differences };
});

/** @returns null for now, undefined where nothing was asked for */
function positionIn(value: string | null): number | null | undefined {
  if (value === NOW) return null;
  return value === null || !/^\d{1,6}$/.test(value) ? undefined : Number(value);
}

export default function ContributionDifferences() {
  return <DifferencesPage {...useLoaderData<typeof loader>()} />;
}
