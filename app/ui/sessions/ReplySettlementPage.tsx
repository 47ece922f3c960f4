import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ConfirmPage } from "#app/ui/forms/ConfirmPage.tsx";
import { useRoundBreadcrumbs } from "#app/ui/rounds/use-round-breadcrumbs.ts";
import type { ShownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export interface ReplySettlementPageProps {
  title: string;
  reply: ShownReplyView;
  answer?: FormAnswer;
}

/** Asks whether a mail that was looked at is set aside. */
export function ReplySettlementPage({ title, reply, answer }: ReplySettlementPageProps) {
  const t = useText();
  const back = paths.session(reply.sessionId);
  return (
    <ConfirmPage
      title={title}
      breadcrumbs={useRoundBreadcrumbs(title, { session: { id: reply.sessionId, title: reply.session } })}
      what={reply.says}
      facts={reply.when}
      submit={t("answers.settle")}
      back={back}
      answer={answer}
    />
  );
}
