import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { PairingFields, pairingNames } from "#app/ui/planning/PairingFields.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { SeveralPairingsForm } from "#app/views/planning/pairing-form-view.server.ts";

export interface SeveralPairingsPageProps {
  title: string;
  form: SeveralPairingsForm;
  answer?: FormAnswer;
}

/** One session with each delegation, in one step. */
export function SeveralPairingsPage({ title, form, answer }: SeveralPairingsPageProps) {
  const t = useText();
  const { round, delegations, stored } = form;
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader title={title} standfirst={t("plan.severalStandfirst")} />
      {delegations.length === 0 ? (
        <Empty title={t("plan.severalNone")}>{t("rounds.noDelegationsText")}</Empty>
      ) : (
        <DeedForm
          answer={answer}
          names={{ beneficiaryIds: t("plan.severalWith"), ...pairingNames(t, false) }}
          className=""
        >
          <Section id="with" title={t("plan.severalWith")}>
            <ChoiceGroup
              {...fieldsOf(answer, stored).choices("beneficiaryIds")}
              type="checkbox"
              legend={t("plan.severalWith")}
              options={delegations.map(({ id, name, members, pairings }) => ({
                value: id,
                label: name,
                hint: `${t("sessions.memberCount", { count: members })}, ${t("plan.alreadyPlanned", { count: pairings })}`,
              }))}
            />
          </Section>
          <PairingFields form={form} plenary={false} answer={answer} several />
          <div className="actions">
            <Button variant="primary">{t("plan.addAll")}</Button>
            <a href={paths.plan(round.id)}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      )}
    </>
  );
}
