import type { Unsaved } from "#app/http/answer-sign-in.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Gate } from "#app/ui/account/Gate.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** The form that arrived too late, as it was, with one button that sends it to where it was going. */
export function UnsavedPage({ unsaved }: Unsaved) {
  const t = useText();
  const { formKey } = useShell();
  return (
    <Gate title={t("signIn.unsavedTitle")}>
      <p>{t("signIn.unsavedText")}</p>
      <form method="post" action={unsaved.path}>
        <input type="hidden" name="_key" value={formKey} />
        {unsaved.fields.map(([name, value], at) => (
          // A text area keeps the line breaks that a hidden input would lose.
          // biome-ignore lint/suspicious/noArrayIndexKey: fields may share a name and never change places
          <textarea key={at} name={name} defaultValue={value} hidden readOnly />
        ))}
        <div className="cluster">
          <Button variant="primary">{t("signIn.unsavedSend")}</Button>
          <a href={paths.home()}>{t("signIn.unsavedDrop")}</a>
        </div>
      </form>
    </Gate>
  );
}
