import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { EditPage } from "#app/ui/administration/EditPage.tsx";
import { FateLink } from "#app/ui/administration/FateLink.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";

export interface BeneficiaryPageProps {
  title: string;
  /** Null for a new one. */
  id: string | null;
  /** Null for a new one; afterwards it stays. */
  code: string | null;
  stored: Record<string, string>;
  answer?: FormAnswer;
}

/** One beneficiary: names, and mark and footnote where its designation needs them. */
export function BeneficiaryPage({ title, id, code, stored, answer }: BeneficiaryPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const parent = { text: t("admin.beneficiaries"), href: paths.adminBeneficiaries() };
  const names = {
    code: t("admin.code"),
    ...labelNames(t("admin.name"), "name"),
    mark: t("admin.mark"),
    ...labelNames(t("admin.footnote"), "footnote"),
    position: t("admin.position"),
  };
  return (
    <EditPage
      title={title}
      parent={parent}
      answer={answer}
      names={names}
      compared={{ stored }}
      after={id ? <FateLink href={paths.beneficiaryRemoval(id)} /> : null}
    >
      {code === null ? (
        <TextField
          {...field("code")}
          label={t("admin.code")}
          hint={t("admin.beneficiaryCodeHint")}
          width="short"
          autoCapitalize="none"
          maxLength={20}
          required
        />
      ) : (
        <p className="soft">
          {t("admin.code")}: {code}
        </p>
      )}
      <LabelFields name="name" legend={t("admin.name")} field={field} required="en" />
      <TextField
        {...field("mark")}
        label={t("admin.mark")}
        hint={t("admin.markHint")}
        optional={t("common.optional")}
        width="short"
        maxLength={3}
      />
      <LabelFields name="footnote" legend={t("admin.footnote")} hint={t("admin.footnoteHint")} field={field} lines />
      <TextField
        {...field("position")}
        label={t("admin.position")}
        hint={t("admin.positionHint")}
        width="short"
        inputMode="numeric"
      />
    </EditPage>
  );
}
