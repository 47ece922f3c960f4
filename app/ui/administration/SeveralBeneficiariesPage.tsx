import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { EditPage } from "#app/ui/administration/EditPage.tsx";
import { ChoiceGroup, type ChoiceOption } from "#app/ui/base/Choice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { PastedRows } from "#app/ui/forms/PastedRows.tsx";

export interface SeveralBeneficiariesPageProps {
  title: string;
  suggested: ChoiceOption[];
  answer?: FormAnswer;
}

/** Several beneficiaries in one go: ticked in the list that ships, or pasted. */
export function SeveralBeneficiariesPage({ title, suggested, answer }: SeveralBeneficiariesPageProps) {
  const t = useText();
  const fields = fieldsOf(answer);
  const parent = { text: t("admin.beneficiaries"), href: paths.adminBeneficiaries() };
  const names = { codes: t("admin.suggested"), rows: t("admin.otherBeneficiaries") };
  return (
    <EditPage title={title} parent={parent} answer={answer} names={names} submit={t("admin.addThese")}>
      {suggested.length > 0 ? (
        <ChoiceGroup
          type="checkbox"
          {...fields.choices("codes")}
          legend={t("admin.suggested")}
          hint={t("admin.suggestedHint")}
          options={suggested}
        />
      ) : null}
      <PastedRows
        field={fields.field("rows")}
        label={t("admin.otherBeneficiaries")}
        hint={t("admin.otherBeneficiariesHint")}
        optional={suggested.length > 0}
        answer={answer}
      />
    </EditPage>
  );
}
