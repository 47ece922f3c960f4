import { useLoaderData } from "@remix-run/react";
import { findNextReview } from "#app/domain/home/next-review.server.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findHandout } from "#app/domain/knowledge/find-handout.server.ts";
import { findSimilar } from "#app/domain/knowledge/find-similar.server.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { ContributionActions } from "#app/ui/contributions/page/ContributionActions.tsx";
import { ContributionPage } from "#app/ui/contributions/page/ContributionPage.tsx";
import { Handout } from "#app/ui/contributions/page/Handout.tsx";
import { NextSteps } from "#app/ui/contributions/page/NextSteps.tsx";
import { PrintChoice } from "#app/ui/contributions/page/PrintChoice.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { anotherView } from "#app/views/contributions/another-view.ts";
import { readAt } from "#app/views/contributions/citation-view.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { handoutView } from "#app/views/contributions/handout-view.ts";
import { similarView } from "#app/views/contributions/similar-view.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const { searchParams } = new URL(args.request.url);
  const language = searchParams.get("language");
  const printsMine = searchParams.get("print") === "mine";
  const found = await findContribution(visit.db, visit.actor, param(args, "number"));
  const linked = found.links.map((link) => link.number);
  const similar = await findSimilar(visit.db, visit.actor, visit.matcher, found.number, linked);
  const record = contributionView(found, visit, language);
  const handout = handoutView(await findHandout(visit.db, found), record, visit);
  return {
    printsMine,
    handout,
    title: record.title || visit.text("knowledge.untitled"),
    record,
    cite: readAt(record, visit.context.config.publicUrl, visit),
    similar: similar.map((one) => similarView(one, visit.locale)),
    next: record.review ? await findNextReview(visit.db, visit.actor, found.number) : null,
    another: anotherView(found),
  };
});

export default function Contribution() {
  const { record, cite, similar, handout, printsMine, next, another } = useLoaderData<typeof loader>();
  const t = useText();
  const isApart = handout !== null && !printsMine;
  return (
    <>
      {handout && printsMine ? <p className="print-only">{t("knowledge.printedForOne")}</p> : null}
      <div className={isApart ? "no-print" : undefined}>
        <ContributionPage
          record={record}
          cite={cite}
          similar={similar}
          actions={
            <>
              <ContributionActions record={record} />
              <NextSteps next={next} another={another} />
              {handout ? <PrintChoice record={record} printsMine={printsMine} /> : null}
            </>
          }
        />
      </div>
      {isApart ? <Handout record={handout} cite={cite} /> : null}
    </>
  );
}
