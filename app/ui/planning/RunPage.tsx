import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { ProgressBar } from "#app/ui/base/ProgressBar.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { ReasonList } from "#app/ui/planning/ReasonList.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { RunView } from "#app/views/planning/run-view.server.ts";

/** How far the planner is, or why there is no timetable. */
export function RunPage({ title, run, answer }: { title: string; run: RunView; answer?: FormAnswer }) {
  const t = useText();
  const { round, state } = run;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader
        title={title}
        over={round.title}
        standfirst={state === "running" ? t("plan.searchingText") : undefined}
      />
      {state === "running" ? <Searching run={run} answer={answer} /> : null}
      {state === "failed" ? (
        <Notice tone="bad" title={t("plan.runFailed")}>
          {t("plan.runFailedText")}
        </Notice>
      ) : null}
      {state === "unknown" ? (
        <Notice tone="warn" title={t("plan.unknown")}>
          {t("plan.unknownText")}
        </Notice>
      ) : null}
      {state === "impossible" ? <Impossible run={run} /> : null}
      {state === "running" ? null : (
        <div className="actions">
          <LinkButton href={paths.planProposal(round.id, run.previousDraftId ?? undefined)}>
            {t("plan.propose")}
          </LinkButton>
          <LinkButton href={paths.plan(round.id)}>{t("plan.backToPlan")}</LinkButton>
        </div>
      )}
    </>
  );
}

function Searching({ run, answer }: { run: RunView; answer?: FormAnswer }) {
  const t = useText();
  const { seconds, secondsLeft, best, bound } = run;
  return (
    <div className="stack">
      <ProgressBar
        label={t("plan.secondsLeft", { count: secondsLeft })}
        value={Math.max(0, seconds - secondsLeft)}
        max={seconds}
      />
      <p>
        {best === null ? t("plan.soFarNone") : t("plan.soFar", { count: best })} {t("plan.atLeast", { count: bound })}
      </p>
      <DeedForm answer={answer} names={{}}>
        <Button>{t("plan.stop")}</Button>
      </DeedForm>
    </div>
  );
}

function Impossible({ run }: { run: RunView }) {
  const t = useText();
  return (
    <>
      <Notice tone="bad" title={t("plan.impossible")} className="mb-5">
        {t("plan.impossibleText")}
      </Notice>
      <ReasonList reasons={run.reasons} />
      <Section id="ways-out" title={t("plan.waysOut")} note={t("plan.waysOutNote")}>
        {run.changes.length > 0 ? (
          <ul className="rows">
            {run.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t(run.isLooking ? "plan.waysOutLooking" : "plan.waysOutNone")}</p>
        )}
      </Section>
    </>
  );
}
