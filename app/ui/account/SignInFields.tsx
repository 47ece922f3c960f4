import { useText } from "#app/i18n/TextContext.tsx";
import { TextField, type TextFieldProps } from "#app/ui/base/TextField.tsx";

/** The address that an account is known by. */
export function AddressField(field: Pick<TextFieldProps, "name" | "defaultValue" | "error">) {
  const t = useText();
  return (
    <TextField
      {...field}
      type="email"
      label={t("signIn.address")}
      hint={t("signIn.addressHint")}
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
    />
  );
}

/** The address of an account that is known already; it stands there for programs that keep passwords. */
export function KnownAddressField({ address }: { address: string }) {
  const t = useText();
  return (
    <TextField
      name="address"
      type="email"
      label={t("signIn.address")}
      defaultValue={address}
      autoComplete="username"
      readOnly
    />
  );
}

/** The password of an account; never filled in again. */
export function PasswordField({ error }: { error?: string }) {
  const t = useText();
  return (
    <TextField
      name="password"
      error={error}
      type="password"
      label={t("signIn.password")}
      autoComplete="current-password"
      required
    />
  );
}
