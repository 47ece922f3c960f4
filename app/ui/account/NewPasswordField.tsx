import { passwordLength } from "#app/domain/people/password-rules.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";

/** The field of a new password: once, with the rule beside it, and never filled in again. */
export function NewPasswordField({ error }: { error?: string }) {
  const t = useText();
  return (
    <TextField
      name="newPassword"
      error={error}
      type="password"
      label={t("account.newPassword")}
      hint={t("account.newPasswordHint", { min: passwordLength.least })}
      autoComplete="new-password"
      required
    />
  );
}
