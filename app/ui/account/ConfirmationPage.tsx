import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Gate } from "#app/ui/account/Gate.tsx";
import { KnownAddressField, PasswordField } from "#app/ui/account/SignInFields.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

export interface ConfirmationPageProps {
  title: string;
  address: string;
  /** Where one was going. */
  redirectTo: string;
  answer?: FormAnswer;
}

/** Asks for the password once more, before something that gives lasting rights. */
export function ConfirmationPage({ title, address, redirectTo, answer }: ConfirmationPageProps) {
  const t = useText();
  return (
    <Gate title={title}>
      <p>{t("account.confirmText")}</p>
      <DocumentForm answer={answer} names={{ password: t("signIn.password") }}>
        <input type="hidden" name="redirectTo" value={redirectTo} />
        <KnownAddressField address={address} />
        <PasswordField error={answer?.errors.password} />
        <Button variant="primary">{t("account.confirmSubmit")}</Button>
      </DocumentForm>
    </Gate>
  );
}
