import type { FormAnswer } from "#app/http/form.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";
import { NewPasswordField } from "#app/ui/account/NewPasswordField.tsx";
import { ProfileFields, profileNames } from "#app/ui/account/ProfileFields.tsx";
import { KnownAddressField, PasswordField } from "#app/ui/account/SignInFields.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Sentence } from "#app/ui/base/Words.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";
import type { ProfileChoices } from "#app/views/people/profile-choices.ts";

export interface InvitationPageProps {
  invitation: { address: string; name: string; locale: string; role: string; group: ShownLabel };
  way: "new" | "confirm" | "signed-in";
  /** Name of the account that is signed in, when the invitation is for somebody else. */
  otherAccount: string | null;
  choices: ProfileChoices;
  answer?: FormAnswer;
}

/** Accepts an invitation: as somebody new, or with the account that has the address already. */
export function InvitationPage({ invitation, way, otherAccount, choices, answer }: InvitationPageProps) {
  const t = useText();
  const { name, locale, group, address } = invitation;
  const { field } = fieldsOf(answer, { name, locale, city: "" });
  const names = { ...profileNames(t), newPassword: t("account.newPassword"), password: t("signIn.password") };
  const role = textOf(t, `codes.role.${invitation.role}`);
  const intro = {
    new: "signIn.invitationNew",
    confirm: "signIn.invitationConfirm",
    "signed-in": "signIn.invitationJoin",
  } as const;
  return (
    <Gate title={t("signIn.invitationTitle")}>
      <p>
        <Sentence text={t("signIn.invitationText", { group: group.text, role })} words={group} />
      </p>
      {otherAccount ? (
        <Notice tone="warn" title={t("signIn.invitationOther", { name: otherAccount })}>
          <a href={paths.signOut()}>{t("shell.signOut")}</a>
        </Notice>
      ) : null}
      <p>{t(intro[way])}</p>
      <DocumentForm answer={answer} names={names}>
        <input type="hidden" name="way" value={way} />
        {way === "signed-in" ? null : <KnownAddressField address={address} />}
        {way === "new" ? <ProfileFields field={field} choices={choices} /> : null}
        {way === "new" ? <NewPasswordField error={answer?.errors.newPassword} /> : null}
        {way === "confirm" ? <PasswordField error={answer?.errors.password} /> : null}
        <div className="cluster">
          <Button variant="primary">{t("signIn.invitationSubmit")}</Button>
          {way === "confirm" ? <a href={paths.forgotten()}>{t("signIn.forgotten")}</a> : null}
        </div>
      </DocumentForm>
    </Gate>
  );
}
