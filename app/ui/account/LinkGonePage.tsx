import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";

const gone = {
  reset: "signIn.goneReset",
  invitation: "signIn.goneInvitation",
  answer: "answers.linkGone",
} as const;

/** A link that was used, replaced or is too old; which of these is not said. */
export function LinkGonePage({ kind }: { kind: "reset" | "invitation" | "answer" }) {
  const t = useText();
  return (
    <Gate title={t("signIn.goneTitle")}>
      <p>{t(gone[kind])}</p>
      <p className="cluster">
        {kind === "reset" ? <a href={paths.forgotten()}>{t("signIn.forgotten")}</a> : null}
        <a href={paths.signIn()}>{t("signIn.backToSignIn")}</a>
      </p>
    </Gate>
  );
}
