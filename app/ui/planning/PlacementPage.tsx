import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { PlacementView } from "#app/views/planning/placement-view.server.ts";

export interface PlacementPageProps {
  title: string;
  placement: PlacementView;
  answer?: FormAnswer;
}

/** Moving a session of a draft: every time at which it could begin, with who cannot then. */
export function PlacementPage({ title, placement, answer }: PlacementPageProps) {
  const t = useText();
  const { round, draft, days, stored, isPlaced, pinned } = placement;
  const { field } = fieldsOf(answer, stored);
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} over={draft.name} standfirst={`${placement.now} ${t("plan.moveStandfirst")}`} />
      <ConflictNotice answer={answer} fields={[]} />
      <DeedForm answer={answer} names={{ slot: t("plan.beginsAt") }} className="">
        <RevisionField answer={answer} stored={stored} />
        {days.length === 0 ? <Notice tone="warn" title={t("plan.tooLong")} /> : null}
        {days.map((day, at) => (
          <Section key={day.name} id={`day-${at}`} title={day.name}>
            <ChoiceGroup
              {...field("slot")}
              id={at === 0 ? undefined : `f-slot-${at}`}
              type="radio"
              legend={t("plan.beginsAt")}
              options={day.slots.map(({ key, time, why }) => ({ value: key, label: time, hint: why }))}
            />
          </Section>
        ))}
        <div className="actions">
          {days.length > 0 ? (
            <>
              <Button variant="primary" name="intent" value="move">
                {t("plan.moveHere")}
              </Button>
              <Button name="intent" value="move-and-pin">
                {t("plan.movePin")}
              </Button>
            </>
          ) : null}
          {isPlaced ? (
            <>
              <Button name="intent" value={pinned ? "unpin" : "pin"}>
                {t(pinned ? "plan.unpin" : "plan.pin")}
              </Button>
              <Button name="intent" value="out">
                {t("plan.takeOut")}
              </Button>
            </>
          ) : null}
          <a href={paths.planDraft(round.id, draft.id)}>{t("common.cancel")}</a>
        </div>
        <p className="hint">{t("plan.pinHint")}</p>
      </DeedForm>
    </>
  );
}
