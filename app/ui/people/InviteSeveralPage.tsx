import type { FormAnswer } from "#app/http/form.server.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup, type ChoiceOption } from "#app/ui/base/Choice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { type AllowedWords, PastedRows } from "#app/ui/forms/PastedRows.tsx";
import { type MadeLink, MadeLinks } from "#app/ui/people/MadeLinks.tsx";
import { PeoplePreview } from "#app/ui/people/PeoplePreview.tsx";
import type { PersonInList } from "#app/views/people/pasted-people.ts";

export interface InviteSeveralPageProps {
  title: string;
  canMail: boolean;
  back: string;
  group: { id: string; name: ShownLabel };
  locale: string;
  languages: ChoiceOption[];
  example: string;
  allowed: AllowedWords[];
  answer?: FormAnswer & { preview?: PersonInList[]; links?: MadeLink[] };
}

/** Invites several people in one go: a list is pasted, looked at, and sent. */
export function InviteSeveralPage(props: InviteSeveralPageProps) {
  const { title, canMail, back, group, locale, languages, example, allowed, answer } = props;
  const t = useText();
  if (answer?.links) return <MadeLinks title={title} links={answer.links} back={back} />;
  const { field } = fieldsOf(answer, { locale });
  const preview = answer?.preview;
  const names = { rows: t("admin.pastedList"), locale: t("people.mailLanguage") };
  return (
    <>
      <PageHeader title={title} standfirst={<Words {...group.name} />} />
      <p className="mb-5">{canMail ? t("people.severalText") : t("people.severalTextLinks")}</p>
      <DeedForm answer={answer} names={names}>
        <input type="hidden" name="groupId" value={group.id} />
        {preview ? (
          <>
            <PeoplePreview people={preview} />
            <div className="cluster">
              <Button variant="primary" name="intent" value="send">
                {canMail
                  ? t("people.sendCount", { count: preview.length })
                  : t("people.makeCount", { count: preview.length })}
              </Button>
            </div>
          </>
        ) : null}
        <PastedRows
          field={field("rows")}
          label={t("admin.pastedList")}
          hint={t("people.severalHint")}
          example={example}
          allowed={allowed}
          answer={answer}
        />
        <ChoiceGroup {...field("locale")} type="radio" legend={t("people.mailLanguage")} options={languages} inline />
        <div className="cluster">
          <Button variant={preview ? "plain" : "primary"} name="intent" value="check">
            {t("admin.checkList")}
          </Button>
          <a href={back}>{t("common.cancel")}</a>
        </div>
      </DeedForm>
    </>
  );
}
