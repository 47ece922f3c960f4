import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { NewPasswordField } from "#app/ui/account/NewPasswordField.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

/** Changes one's own password. */
export function PasswordPage({ title, address, answer }: { title: string; address: string; answer?: FormAnswer }) {
  const t = useText();
  const names = { currentPassword: t("account.currentPassword"), newPassword: t("account.newPassword") };
  return (
    <>
      <PageHeader title={title} standfirst={t("account.changePasswordText")} />
      <Section id="change" title={t("account.password")}>
        <DocumentForm answer={answer} names={names}>
          <input type="hidden" name="username" value={address} autoComplete="username" />
          <TextField
            name="currentPassword"
            error={answer?.errors.currentPassword}
            type="password"
            label={t("account.currentPassword")}
            autoComplete="current-password"
            required
          />
          <NewPasswordField error={answer?.errors.newPassword} />
          <div className="cluster">
            <Button variant="primary">{t("account.changePassword")}</Button>
            <a href={paths.account()}>{t("common.cancel")}</a>
          </div>
        </DocumentForm>
      </Section>
    </>
  );
}
