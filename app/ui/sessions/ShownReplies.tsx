import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/base/Button.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { DeedForm } from "#app/ui/forms/DeedForm.tsx";
import type { ShownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

/** Mails from people invited that somebody has to look at; of several sessions each with its own. */
export function ShownReplies({ replies, several }: { replies: readonly ShownReplyView[]; several?: boolean }) {
  const t = useText();
  if (replies.length === 0) return null;
  return (
    <Section id="replies" title={t("answers.replies")} note={t("answers.repliesNote")} className="no-print">
      <ul className="rows">
        {replies.map(({ id, sessionId, session, person, says, when }) => (
          <ListItem
            key={id}
            facts={when}
            title={several ? session : person}
            href={several ? `${paths.session(sessionId)}#replies` : undefined}
            summary={says}
            side={
              <DeedForm action={paths.replySettlement(id)} className="" isUntyped>
                <Button small about={`${person}, ${when}`}>
                  {t("answers.settle")}
                </Button>
              </DeedForm>
            }
          />
        ))}
      </ul>
    </Section>
  );
}
