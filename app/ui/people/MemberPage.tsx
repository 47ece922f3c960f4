import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Btn } from "#app/ui/base/Btn.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Meta } from "#app/ui/base/Meta.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { DeedForm, fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { type StandingChoices, StandingFields } from "#app/ui/people/StandingFields.tsx";

export type MemberPageProps = {
  title: string;
  back: string;
  member: { membershipId: string; address: string; since: string };
  stored: Record<string, string>;
  choices: StandingChoices;
  answer?: FormAnswer;
};

/** What a member is in the group, and the way to end the membership. */
export function MemberPage({ title, back, member, stored, choices, answer }: MemberPageProps) {
  const t = useText();
  const facts = (
    <Meta>
      <a href={`mailto:${member.address}`}>{member.address}</a>
      {member.since}
    </Meta>
  );
  return (
    <>
      <Head title={title} meta={facts} />
      <Sect id="standing" title={t("people.standing")} note={t("people.standingNote")}>
        <DeedForm answer={answer}>
          <StandingFields fields={fieldsOf(answer, stored)} choices={choices} />
          <div className="cluster">
            <Btn variant="primary">{t("common.save")}</Btn>
            <a href={back}>{t("common.cancel")}</a>
          </div>
        </DeedForm>
      </Sect>
      <Sect id="end" title={t("people.end")}>
        <p>
          <a href={paths.memberDeactivation(member.membershipId)}>{t("people.endLink")}</a>
        </p>
      </Sect>
    </>
  );
}
