import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { type Breadcrumb, Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import type { AvailabilityFormView } from "#app/views/planning/availability-view.server.ts";

export interface AvailabilityPageProps {
  title: string;
  form: AvailabilityFormView;
  breadcrumbs: { label: string; items: readonly Breadcrumb[] };
  /** Somebody else answers in place of the person. */
  isForOther?: boolean;
  answer?: FormAnswer;
}

/** When somebody cannot: slots to tick, by parts of days, with buttons that stand for many ticks. */
export function AvailabilityPage({ title, form, breadcrumbs, isForOther, answer }: AvailabilityPageProps) {
  const t = useText();
  const { round, parts } = form;
  const { choices } = fieldsOf(answer, { busy: form.busy });
  return (
    <>
      <Breadcrumbs {...breadcrumbs} />
      <PageHeader
        title={title}
        over={round.title}
        standfirst={t(isForOther ? "availability.standfirstOf" : "availability.standfirst")}
        meta={
          <FactLine>
            {t("rounds.timesIn", { zone: round.zone })}
            {form.state}
          </FactLine>
        }
      />
      {parts.length === 0 ? (
        <Empty title={t("availability.noSlots")}>{t("availability.noSlotsText")}</Empty>
      ) : (
        <DeedForm answer={answer} names={{ busy: t("availability.cannot") }} className="" key={form.busy.join()}>
          {/* Pressing Enter saves: the first button of a form is the one that is meant then. */}
          <div className="actions mb-4">
            <Button variant="primary">{t("availability.save")}</Button>
            <Button name="mark" value="always">
              {t(isForOther ? "availability.alwaysOf" : "availability.always")}
            </Button>
          </div>
          {parts.map(({ key, title: part, slots }, at) => (
            <Section key={key} id={`part-${key.replace(".", "-")}`} title={part}>
              <ChoiceGroup
                {...choices("busy")}
                id={at === 0 ? undefined : `f-busy-${key.replace(".", "-")}`}
                type="checkbox"
                legend={t("availability.cannot")}
                inline
                options={slots.map((slot) => ({ value: slot.key, label: slot.label }))}
              />
              <div className="cluster mt-2">
                <Button small name="mark" value={`busy:${key}`} about={part}>
                  {t("availability.noneOfIt")}
                </Button>
                <Button small name="mark" value={`free:${key}`} about={part}>
                  {t("availability.allOfIt")}
                </Button>
              </div>
            </Section>
          ))}
          <div className="actions">
            <Button>{t("availability.save")}</Button>
          </div>
        </DeedForm>
      )}
    </>
  );
}
