import type { FormAnswer } from "#app/http/form.server.ts";
import { Breadcrumbs } from "#app/ui/base/Breadcrumbs.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import { OwnAnswer } from "#app/ui/sessions/OwnAnswer.tsx";
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
  return (
    <>
      <Breadcrumbs {...useRoundBreadcrumbs(title, { round: session.round, session })} />
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
