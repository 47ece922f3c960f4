import { MAX_FEED_NAME } from "#app/domain/tokens/feed-rules.ts";
import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { CheckField } from "#app/ui/base/Choice.tsx";
import { SelectField } from "#app/ui/base/SelectField.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";

/** Makes a feed: its name, what it is of, and whether it tells of bilateral sessions what they are. */
export function FeedForm({
  choices,
  answer,
}: {
  choices: readonly { value: string; label: string }[];
  answer?: FormAnswer;
}) {
  const t = useText();
  const { field, check } = fieldsOf(answer, { which: "own" });
  return (
    <DeedForm answer={answer} names={{ name: t("tokens.name"), which: t("calendars.which") }}>
      <TextField
        {...field("name")}
        label={t("tokens.name")}
        hint={t("calendars.nameHint")}
        maxLength={MAX_FEED_NAME}
        autoComplete="off"
        required
      />
      <SelectField {...field("which")} label={t("calendars.which")} options={choices} required />
      <CheckField {...check("discloses")} label={t("calendars.discloses")} hint={t("calendars.disclosesHint")} />
      <p className="soft">{t("calendars.makeNote")}</p>
      <div className="cluster">
        <Button variant="primary">{t("calendars.make")}</Button>
      </div>
    </DeedForm>
  );
}
