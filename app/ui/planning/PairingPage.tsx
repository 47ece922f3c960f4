import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { ConflictNotice, RevisionField } from "#app/ui/forms/ConflictNotice.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import { PairingFields, pairingNames } from "#app/ui/planning/PairingFields.tsx";
import { usePlanBreadcrumbs } from "#app/ui/planning/use-plan-breadcrumbs.ts";
import type { PairingForm } from "#app/views/planning/pairing-form-view.server.ts";

export interface PairingPageProps {
  title: string;
  pairing: { id: string; name: string; round: { id: string; title: string }; form: PairingForm };
  answer?: FormAnswer;
}

/** Changing who meets whom, while it has no time. */
export function PairingPage({ title, pairing, answer }: PairingPageProps) {
  const t = useText();
  const { round, form, id } = pairing;
  const people = new Map(
    [...form.delegates, ...form.consultants, ...form.interpreters].map((one) => [one.id, one.name]),
  );
  const person = (accountId: string) => people.get(accountId) ?? "";
  const words: Record<string, (value: string) => string> = {
    consultantIds: person,
    interpreterId: person,
    delegateIds: person,
    templateId: (value) => form.templates.find((one) => one.id === value)?.name ?? "",
    attribution: (code) => textOf(t, `codes.attribution.${code}`),
  };
  const names = pairingNames(t, form.beneficiaryId === null);
  return (
    <>
      <Breadcrumbs {...usePlanBreadcrumbs(title, round)} />
      <PageHeader
        title={title}
        over={t("plan.pairings")}
        standfirst={t("plan.newStandfirst")}
        actions={<LinkButton href={paths.pairingRemoval(round.id, id)}>{t("plan.removePairing")}</LinkButton>}
      />
      <ConflictNotice
        answer={answer}
        fields={Object.entries(names).map(([name, label]) => ({ name, label, inWords: words[name] }))}
      />
      <DeedForm answer={answer} names={names} className="">
        <RevisionField answer={answer} stored={form.stored} />
        <PairingFields form={form} plenary={form.beneficiaryId === null} answer={answer} />
        <div className="actions">
          <Button variant="primary">{t("common.save")}</Button>
          <a href={paths.plan(round.id)}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
