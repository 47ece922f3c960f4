import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { DocumentForm } from "#app/ui/account/DocumentForm.tsx";
import { NewPasswordField } from "#app/ui/account/NewPasswordField.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";

/** Changes one's own password. */
export function PasswordPage({ title, address, answer }: { title: string; address: string; answer?: FormAnswer }) {
  const t = useText();
  return (
    <>
      <Head title={title} standfirst={t("account.changePasswordText")} />
      <Sect id="change" title={t("account.password")}>
        <DocumentForm answer={answer}>
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
            <Btn variant="primary">{t("account.changePassword")}</Btn>
            <a href={paths.account()}>{t("common.cancel")}</a>
          </div>
        </DocumentForm>
      </Sect>
    </>
  );
}
