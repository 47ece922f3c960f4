import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { ChoiceGroup } from "#app/ui/base/Choice.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { ReplaceEarlier } from "#app/ui/people/ReplaceEarlier.tsx";
import { StandingFields, standingNames } from "#app/ui/people/StandingFields.tsx";
import type { InvitationForm } from "#app/views/people/invitation-view.ts";

export interface InvitePageProps extends InvitationForm {
  title: string;
  canMail: boolean;
  back: string;
  answer?: FormAnswer;
}

/** Labels of the fields, for the summary of what is wrong. */
function invitationNames(t: ReturnType<typeof useText>): Record<string, string> {
  return {
    address: t("people.address"),
    name: t("people.name"),
    locale: t("people.mailLanguage"),
    ...standingNames(t),
  };
}

/** Invites somebody into a working group. */
export function InvitePage({
  title,
  canMail,
  back,
  group,
  stored,
  earlierId,
  choices,
  languages,
  answer,
}: InvitePageProps) {
  const t = useText();
  const fields = fieldsOf(answer, stored);
  return (
    <>
      <PageHeader title={title} standfirst={<Words {...group.name} />} />
      {canMail ? null : (
        <Notice title={t("people.noMail")} className="mb-5">
          {t("people.noMailText")}
        </Notice>
      )}
      <DeedForm answer={answer} className="" names={invitationNames(t)}>
        <input type="hidden" name="groupId" value={group.id} />
        <Section id="person" title={t("people.person")}>
          <div className="stack">
            <TextField
              {...fields.field("address")}
              type="email"
              label={t("people.address")}
              hint={canMail ? t("people.addressHint") : t("people.addressHintLink")}
              autoComplete="off"
              required
            />
            <TextField {...fields.field("name")} label={t("people.name")} autoComplete="off" required />
            <ChoiceGroup
              {...fields.field("locale")}
              type="radio"
              legend={t("people.mailLanguage")}
              options={languages}
              inline
            />
          </div>
        </Section>
        <Section id="standing" title={t("people.standing")}>
          <div className="stack">
            <StandingFields fields={fields} choices={choices} />
            <ReplaceEarlier answer={answer} earlierId={earlierId} />
            <div className="cluster">
              <Button variant="primary">{canMail ? t("people.sendInvitation") : t("people.makeInvitation")}</Button>
              <a href={back}>{t("common.cancel")}</a>
            </div>
          </div>
        </Section>
      </DeedForm>
    </>
  );
}
