import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmation } from "#app/domain/forms/choice-fields.ts";
import { findShownReply, settleReply } from "#app/domain/replies/shown-replies.server.ts";
import { deed } from "#app/http/deed.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { page } from "#app/http/page.server.ts";
import { param } from "#app/http/param.ts";
import { paths } from "#app/paths.ts";
import { sendForm } from "#app/ui/forms/send-form.ts";
import { ReplySettlementPage } from "#app/ui/sessions/ReplySettlementPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { shownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";

export const meta = titleMeta;

export const loader = page(async (visit, args) => {
  const reply = await findShownReply(visit.db, visit.actor, param(args, "replyId"));
  return { title: visit.text("answers.settleTitle"), reply: shownReplyView(reply, visit) };
});

export const action = deed({
  input: confirmation,
  act: (visit, _input, store, args) => settleReply(store, visit.actor, { replyId: param(args, "replyId") }, visit.now),
  then: ({ sessionId }) => withFlash(paths.session(sessionId), "answers.settled"),
});

export const clientAction = sendForm;

export default function ReplySettlement() {
  return <ReplySettlementPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
