import type { SignInForm } from "#app/http/answer-sign-in.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";
import { AddressField, PasswordField } from "#app/ui/account/SignInFields.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

/** Address and password; tells what became of a form that arrived after its sign-in had ended. */
export function SignInPage({ answer, redirectTo }: { answer?: SignInForm; redirectTo: string }) {
  const t = useText();
  const { field } = fieldsOf(answer, { redirectTo });
  const names = { address: t("signIn.address"), password: t("signIn.password") };
  const hidden = (name: string) => <input type="hidden" name={name} value={String(field(name).defaultValue ?? "")} />;
  return (
    <Gate title={t("signIn.title")}>
      {answer?.ended ? (
        <Notice tone="warn" title={t("signIn.ended")} isAnswer>
          {t(answer.ended === "kept" ? "signIn.endedKept" : "signIn.endedNotKept")}
        </Notice>
      ) : null}
      <DocumentForm answer={answer} names={names} action={paths.signIn()} errorTitle={t("signIn.failedTitle")}>
        {hidden("redirectTo")}
        {hidden("kept")}
        <AddressField {...field("address")} />
        <PasswordField error={answer?.errors.password} />
        <div className="cluster">
          <Button variant="primary">{t("signIn.submit")}</Button>
          <a href={paths.forgotten()}>{t("signIn.forgotten")}</a>
        </div>
      </DocumentForm>
      <p className="soft minor mt-5">{t("signIn.byInvitation")}</p>
    </Gate>
  );
}
