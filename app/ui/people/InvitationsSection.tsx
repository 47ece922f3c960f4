import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { InvitationsTable } from "#app/ui/people/InvitationsTable.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";

export interface InvitationsSectionProps {
  awaited: InvitationInList[];
  settled: InvitationInList[];
}

/** Invitations of a group: those that wait for an answer, and behind a fold those that are settled. */
export function InvitationsSection({ awaited, settled }: InvitationsSectionProps) {
  const t = useText();
  return (
    <Section id="invitations" title={t("people.invitations")} note={t("people.invitationsNote")}>
      <div className="stack">
        {awaited.length === 0 ? (
          <Empty title={t("people.noInvitations")}>{t("people.noInvitationsText")}</Empty>
        ) : (
          <InvitationsTable caption={t("people.invitations")} invitations={awaited} />
        )}
        {settled.length > 0 ? (
          <details>
            <summary>{t("people.settled")}</summary>
            <InvitationsTable caption={t("people.settled")} invitations={settled} />
          </details>
        ) : null}
      </div>
    </Section>
  );
}
