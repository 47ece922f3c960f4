import { redirect } from "@remix-run/node";
import { z } from "zod";
import { publicDeed } from "#app/http/deed.server.ts";
import { page } from "#app/http/page.server.ts";
import { endSignIn } from "#app/http/sign-in.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { DocumentForm } from "#app/ui/account/DocumentForm.tsx";
import { Gate } from "#app/ui/account/Gate.tsx";
import { Btn } from "#app/ui/base/Btn.tsx";
import { titled } from "#app/ui/shell/titled.ts";

export const meta = titled;

export const loader = page(async (visit) => ({ title: visit.text("signIn.outTitle") }));

export const action = publicDeed({
  input: z.object({}),
  act: async (visit) => (visit.token ? endSignIn(visit.context, visit.token) : null),
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
          <Btn variant="primary">{t("signIn.outSubmit")}</Btn>
          <a href={paths.home()}>{t("common.cancel")}</a>
        </div>
      </DocumentForm>
    </Gate>
  );
}
