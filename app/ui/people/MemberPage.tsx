import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { StandingFields, standingNames, standingWords } from "#app/ui/people/StandingFields.tsx";
import type { StandingChoices } from "#app/views/people/standing-choices.ts";

export interface MemberPageProps {
  title: string;
  back: string;
  member: { membershipId: string; address: string; since: string };
  stored: Record<string, string>;
  choices: StandingChoices;
  answer?: FormAnswer;
}

/** What a member is in the group, and the way to end the membership. */
export function MemberPage({ title, back, member, stored, choices, answer }: MemberPageProps) {
  const t = useText();
  const facts = (
    <FactLine>
      <a href={`mailto:${member.address}`}>{member.address}</a>
      {member.since}
    </FactLine>
  );
  return (
    <>
      <PageHeader title={title} meta={facts} />
      <Section id="standing" title={t("people.standing")} note={t("people.standingNote")}>
        <DeedForm answer={answer} names={standingNames(t)} compared={{ stored, inWords: standingWords(t, choices) }}>
          <StandingFields fields={fieldsOf(answer, stored)} choices={choices} />
          <div className="cluster">
            <Button variant="primary">{t("common.save")}</Button>
            <a href={back}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      </Section>
      <Section id="end" title={t("people.end")}>
        <p>
          <a href={paths.memberDeactivation(member.membershipId)}>{t("people.endLink")}</a>
        </p>
      </Section>
    </>
  );
}
