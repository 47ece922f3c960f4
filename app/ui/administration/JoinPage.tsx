import type { FormAnswer } from "#app/http/form.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { EditPage } from "#app/ui/administration/EditPage.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { TextareaField } from "#app/ui/base/TextareaField.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { StandingFields, standingNames } from "#app/ui/people/StandingFields.tsx";
import type { StandingChoices } from "#app/views/people/standing-choices.ts";

export interface JoinPageProps {
  title: string;
  group: { id: string; name: ShownLabel };
  choices: StandingChoices;
  answer?: FormAnswer;
}

/** An administrator becomes a member: from then on the group's content is open to her, and the log says since when. */
export function JoinPage({ title, group, choices, answer }: JoinPageProps) {
  const t = useText();
  const fields = fieldsOf(answer);
  const names = { ...standingNames(t), reason: t("admin.joinReason") };
  const parent = { text: <Words {...group.name} />, href: paths.adminGroup(group.id) };
  return (
    <EditPage title={title} parent={parent} answer={answer} submit={t("admin.join")} names={names}>
      <Notice title={t("admin.joinNotice")}>{t("admin.joinText")}</Notice>
      <StandingFields fields={fields} choices={choices} />
      <TextareaField
        {...fields.field("reason")}
        label={t("admin.joinReason")}
        hint={t("admin.joinReasonHint")}
        rows={3}
        maxLength={500}
        required
      />
    </EditPage>
  );
}
