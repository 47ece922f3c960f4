import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { PairingFields, pairingNames } from "#app/ui/planning/PairingFields.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { DelegationChoice, PairingForm } from "#app/views/planning/pairing-form-view.server.ts";

export interface NewPairingPageProps {
  title: string;
  round: { id: string; title: string };
  delegations: DelegationChoice[];
  /** Null until it is known with whom. */
  form: PairingForm | null;
  answer?: FormAnswer;
}

/** Adding to who meets whom: first with whom, because that decides who can come, then the rest. */
export function NewPairingPage({ title, round, delegations, form, answer }: NewPairingPageProps) {
  const t = useText();
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(t("plan.newPairing"), round)} />
      <PageHeader
        title={title}
        over={form ? t("plan.newPairing") : undefined}
        standfirst={form ? t("plan.newStandfirst") : round.title}
      />
      {form ? (
        <DeedForm answer={answer} names={pairingNames(t, form.beneficiaryId === null)} className="">
          <input type="hidden" name="beneficiaryId" value={form.beneficiaryId ?? ""} />
          <PairingFields form={form} plenary={form.beneficiaryId === null} answer={answer} />
          <div className="actions">
            <Button variant="primary">{t("plan.add")}</Button>
            <a href={paths.plan(round.id)}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      ) : (
        <WithWhom roundId={round.id} delegations={delegations} />
      )}
    </>
  );
}

function WithWhom({ roundId, delegations }: { roundId: string; delegations: DelegationChoice[] }) {
  const t = useText();
  return (
    <>
      <Section id="bilateral" title={t("sessions.withDelegation")}>
        <Table
          caption={t("sessions.withDelegation")}
          captionHidden
          fold
          rows={delegations}
          rowKey={({ code }) => code}
          columns={[
            { key: "name", head: t("sessions.delegation"), rowHead: true, cell: ({ name }) => name },
            {
              key: "planned",
              head: t("plan.pairings"),
              cell: ({ pairings }) => t("plan.alreadyPlanned", { count: pairings }),
            },
            {
              key: "act",
              head: t("plan.add"),
              headHidden: true,
              kind: "buttons",
              cell: ({ code, name }) => (
                <LinkButton small href={paths.newPairing(roundId, code)} about={name}>
                  {t("sessions.choose")}
                </LinkButton>
              ),
            },
          ]}
        />
      </Section>
      <Section id="plenary" title={t("sessions.plenary")} note={t("sessions.plenaryNote")}>
        <LinkButton href={paths.newPairing(roundId, "plenary")}>{t("plan.add")}</LinkButton>
      </Section>
    </>
  );
}
