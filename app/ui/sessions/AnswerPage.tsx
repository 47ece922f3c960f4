import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { OwnAnswer } from "#app/ui/sessions/OwnAnswer.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { AnswersView } from "#app/views/sessions/answers-view.server.ts";
import type { SessionView } from "#app/views/sessions/session-view.server.ts";

/** What of a session is said where somebody answers. */
export type AnsweredSession = Pick<SessionView, "id" | "title" | "date" | "time" | "zone" | "round">;

export interface AnswerPageProps {
  title: string;
  session: AnsweredSession;
  answers: Pick<AnswersView, "own" | "time" | "may">;
  /** Why it cannot be answered, if so. */
  impossible: string | null;
  answer?: FormAnswer;
}

/** Answers an invitation to a session. */
export function AnswerPage({ title, session, answers, impossible, answer }: AnswerPageProps) {
  return (
    <>
      <AnswerHead title={title} session={session} />
      {impossible ? <Notice tone="warn" title={impossible} className="mb-4" /> : null}
      <OwnAnswer sessionId={session.id} answers={answers} answer={answer} />
    </>
  );
}

/** Where one is, and what is answered. */
export function AnswerHead({ title, session }: { title: string; session: AnsweredSession }) {
  const t = useText();
  const shell = useShell();
  return (
    <>
      <Breadcrumbs
        label={t("sessions.crumbs")}
        items={[
          { text: t("rounds.title"), href: ofGroup(shell, paths.rounds()) },
          { text: session.round.title, href: paths.round(session.round.id) },
          { text: session.title, href: paths.session(session.id) },
          { text: title },
        ]}
      />
      <PageHeader
        title={title}
        meta={
          <FactLine>
            {session.title}
            {`${session.date}, ${session.time}`}
            {session.zone}
          </FactLine>
        }
      />
    </>
  );
}
