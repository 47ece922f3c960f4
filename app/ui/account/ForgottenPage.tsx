import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";
import { AddressField } from "#app/ui/account/SignInFields.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";

/** Asks for a reset link. The answer is the same whether the address has an account or not. */
export function ForgottenPage(props: { canMail: boolean; asked: boolean; answer?: FormAnswer }) {
  const { canMail, asked, answer } = props;
  const t = useText();
  const { field } = fieldsOf(answer);
  const back = (
    <p>
      <a href={paths.signIn()}>{t("signIn.backToSignIn")}</a>
    </p>
  );
  if (!canMail) {
    return (
      <Gate title={t("signIn.forgottenTitle")}>
        <Notice title={t("signIn.forgottenNoMail")}>{t("signIn.forgottenNoMailText")}</Notice>
        {back}
      </Gate>
    );
  }
  if (asked) {
    return (
      <Gate title={t("signIn.forgottenTitle")}>
        <Notice tone="good" title={t("signIn.forgottenAsked")} isAnswer>
          {t("signIn.forgottenAskedText")}
        </Notice>
        {back}
      </Gate>
    );
  }
  return (
    <Gate title={t("signIn.forgottenTitle")}>
      <p>{t("signIn.forgottenText")}</p>
      <DocumentForm answer={answer} names={{ address: t("signIn.address") }}>
        <AddressField {...field("address")} />
        <Button variant="primary">{t("signIn.forgottenSubmit")}</Button>
      </DocumentForm>
      {back}
    </Gate>
  );
}
