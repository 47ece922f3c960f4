import { useContext } from "react";
import type { UnsavedForm } from "#app/http/unsaved.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ShellContext } from "#app/ui/shell/ShellContext.tsx";

/** Where a record belongs: as a draft it may belong to nothing. */
const place = new Set(["number", "sessionId", "itemId", "intent", "revision"]);

/** What was typed into a form that has no page any more: to be read and copied, and to be sent again. */
export function UnsavedTexts({ unsaved, isGone }: { unsaved: UnsavedForm; isGone: boolean }) {
  const t = useText();
  const { path, fields, ofAnother = false } = unsaved;
  // Codes of choices say nothing to anybody.
  const texts = fields.filter(([, value]) => /\s/.test(value.trim()));
  const isRecord = fields.some(([name]) => name === "form") && fields.some(([name]) => name === "summary");
  return (
    <Section id="unsaved" title={t("errors.unsavedTitle")}>
      <p>{t("errors.unsavedText")}</p>
      {texts.map(([, value], at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fields may share a name and never change places
        <p key={at} className="pre">
          {value}
        </p>
      ))}
      {isGone || ofAnother ? null : <SendAgain action={path} fields={fields} words={t("errors.unsavedSend")} />}
      {isGone && isRecord && !ofAnother ? (
        <SendAgain
          action={paths.newContribution()}
          fields={[...fields.filter(([name]) => !place.has(name)), ["intent", "draft"]]}
          words={t("errors.unsavedDraft")}
        />
      ) : null}
    </Section>
  );
}

/** A form with hidden fields and one button. */
function SendAgain({ action, fields, words }: { action: string; fields: UnsavedForm["fields"]; words: string }) {
  const shell = useContext(ShellContext);
  return (
    <form method="post" action={action}>
      {shell ? <input type="hidden" name="_key" value={shell.formKey} /> : null}
      {fields.map(([name, value], at) => (
        // A text area keeps the line breaks that a hidden input would lose.
        // biome-ignore lint/suspicious/noArrayIndexKey: fields may share a name and never change places
        <textarea key={at} name={name} defaultValue={value} hidden readOnly />
      ))}
      <Button variant="primary">{words}</Button>
    </form>
  );
}
