import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/base/Button.tsx";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { FactList } from "#app/ui/base/FactList.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Secret } from "#app/ui/base/Secret.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";

export interface InvitationSentPageProps {
  title: string;
  invitation: InvitationInList;
  /** The link to pass on, the one time it is known. */
  link: string | null;
  canMail: boolean;
  groupId: string;
  back: string;
  answer?: FormAnswer;
}

/** An invitation: what became of it, its link right after it was made, and what can be done next. */
export function InvitationSentPage(props: InvitationSentPageProps) {
  const { title, invitation, link, canMail, groupId, back, answer } = props;
  const t = useText();
  const { id, name, address, role, delegation, stateText, awaited, invitedBy } = invitation;
  return (
    <>
      <PageHeader title={title} standfirst={stateText} />
      {link ? (
        <div className="stack mb-5">
          <Notice tone="warn" title={t("people.linkOnce")} isAnswer>
            {t("people.linkOnceText", { name })}
          </Notice>
          <Secret label={t("people.link")} value={link} />
          <CopyButton value={link}>{t("people.copyLink")}</CopyButton>
        </div>
      ) : null}
      <div className="cluster mb-5">
        <LinkButton href={paths.newInvitation({ group: groupId })} icon="plus" variant="primary">
          {t("people.inviteAnother")}
        </LinkButton>
        <a href={back}>{t("people.backToMembers")}</a>
      </div>
      <Section id="invitation" title={t("people.invitation")}>
        <FactList
          wide
          items={[
            { term: t("people.address"), details: address },
            { term: t("people.role"), details: role },
            { term: t("people.delegation"), details: delegation },
            { term: t("people.sent"), details: invitedBy },
          ]}
        />
      </Section>
      {awaited ? (
        <Section id="again" title={t("people.inviteAgain")}>
          <div className="stack">
            {link || canMail ? null : <NewLink answer={answer} />}
            <p className="cluster">
              <a href={paths.newInvitation({ again: id })}>{t("people.inviteAgainChanged")}</a>
              <a href={paths.invitationWithdrawal(id)}>{t("people.withdraw")}</a>
            </p>
          </div>
        </Section>
      ) : null}
    </>
  );
}

function NewLink({ answer }: { answer?: FormAnswer }) {
  const t = useText();
  return (
    <DeedForm answer={answer} names={{}}>
      <p>{t("people.newLinkText")}</p>
      <div className="cluster">
        <Button>{t("people.newLink")}</Button>
      </div>
    </DeedForm>
  );
}
