import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Gate } from "#app/ui/account/Gate.tsx";
import { Button } from "#app/ui/base/Button.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { DocumentForm } from "#app/ui/forms/DocumentForm.tsx";
import { AnswerFields, answerNames } from "#app/ui/sessions/AnswerFields.tsx";
import { OwnState } from "#app/ui/sessions/OwnAnswer.tsx";
import type { LinkedInvitationView } from "#app/views/sessions/linked-invitation-view.server.ts";

/** Answers an invitation by the link of its mail: what it says, and a form with the choice of the link. */
export function AnswerByLinkPage({ answer, ...invitation }: LinkedInvitationView & { answer?: FormAnswer }) {
  const t = useText();
  const { own, chosen, yours } = invitation;
  const stands = own !== null && own.earlier === null;
  const { field } = fieldsOf(answer, { answer: chosen, comment: stands ? own.comment : "" });
  const legend = t("answers.question");
  return (
    <Gate title={t("answers.title")}>
      {invitation.isDone ? (
        <Notice tone="good" title={t("answers.linkDone")} isAnswer>
          {t("answers.linkDoneText")}
        </Notice>
      ) : null}
      <div>
        <p className="strong">{invitation.session}</p>
        <FactLine>
          <time dateTime={invitation.startsAt}>{`${invitation.date}, ${invitation.time}`}</time>
          {invitation.zone}
          {yours ? t("sessions.yours", { time: yours.time, zone: yours.zone }) : null}
        </FactLine>
        <FactLine>
          {invitation.group}
          {invitation.round}
          {t("sessions.inLanguage", { language: invitation.language })}
        </FactLine>
        {invitation.footnote ? <p className="soft minor">{invitation.footnote}</p> : null}
      </div>
      <p>{t("answers.linkText", { name: invitation.name })}</p>
      <OwnState own={own} isAsked />
      <DocumentForm answer={answer} names={answerNames(t, legend)}>
        <AnswerFields field={field} legend={legend} time={invitation.asked} />
        <Button variant="primary">{t(stands ? "answers.change" : "answers.send")}</Button>
      </DocumentForm>
    </Gate>
  );
}
