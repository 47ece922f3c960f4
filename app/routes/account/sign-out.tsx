import { redirect } from "@remix-run/node";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { publicDeed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { endSignIn } from "#app/http/sign-in.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => ({ title: visit.text("signIn.outTitle") }));

export const action = publicDeed({
  input: confirmation,
  act: async (visit) => {
    if (!visit.token) return null;
    tell(visit, "sign-in.ended");
    return endSignIn(visit.context, visit.token);
  },
  then: (cookie, visit) =>
    redirect(paths.publicHome(visit.locale), { status: 303, headers: cookie ? { "Set-Cookie": cookie } : {} }),
});

/** Asks, for those who come here by a link; the button in the head of every page signs out directly. */
export default function SignOut() {
  const t = useText();
  return (
    <Gate title={t("signIn.outTitle")}>
      <DocumentForm>
        <div className="cluster">
          <Button variant="primary">{t("signIn.outSubmit")}</Button>
          <a href={paths.home()}>{t("common.cancel")}</a>
        </div>
      </DocumentForm>
    </Gate>
  );
}
