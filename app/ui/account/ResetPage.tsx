import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { DocumentForm } from "#app/ui/account/DocumentForm.tsx";
import { Gate } from "#app/ui/account/Gate.tsx";
import { NewPasswordField } from "#app/ui/account/NewPasswordField.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";

/** Sets a new password by the link of a mail. */
export function ResetPage({ address, answer }: { address: string; answer?: FormAnswer }) {
  const t = useText();
  return (
    <Gate title={t("signIn.resetTitle")}>
      <p>{t("signIn.resetText")}</p>
      <DocumentForm answer={answer}>
        <TextField
          name="address"
          type="email"
          label={t("signIn.address")}
          defaultValue={address}
          autoComplete="username"
          readOnly
        />
        <NewPasswordField error={answer?.errors.newPassword} />
        <Btn variant="primary">{t("signIn.resetSubmit")}</Btn>
      </DocumentForm>
    </Gate>
  );
}
