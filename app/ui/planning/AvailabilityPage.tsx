import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { type Breadcrumb, Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { AvailabilityFields } from "#app/ui/planning/AvailabilityFields.tsx";
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
  return (
    <>
      <Breadcrumbs {...breadcrumbs} />
      <PageHeader
        title={title}
        over={round.title}
        standfirst={t(isForOther ? "availability.standfirstOf" : "availability.standfirst")}
        actions={
          isForOther || parts.length === 0 ? undefined : (
            <LinkButton icon="calendar" href={paths.availabilityCalendar(round.id)}>
              {t("availability.calendar")}
            </LinkButton>
          )
        }
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
        <AvailabilityFields form={form} isForOther={isForOther} answer={answer} />
      )}
    </>
  );
}
