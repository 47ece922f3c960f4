import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Gate } from "#app/ui/account/Gate.tsx";
import { NewPasswordField } from "#app/ui/account/NewPasswordField.tsx";
import { KnownAddressField } from "#app/ui/account/SignInFields.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

/** Sets a new password by the link of a mail. */
export function ResetPage({ address, answer }: { address: string; answer?: FormAnswer }) {
  const t = useText();
  return (
    <Gate title={t("signIn.resetTitle")}>
      <p>{t("signIn.resetText")}</p>
      <DocumentForm answer={answer} names={{ newPassword: t("account.newPassword") }}>
        <KnownAddressField address={address} />
        <NewPasswordField error={answer?.errors.newPassword} />
        <Button variant="primary">{t("signIn.resetSubmit")}</Button>
      </DocumentForm>
    </Gate>
  );
}
