import type { ShownReply } from "#app/domain/replies/shown-replies.server.ts";
import { formatsOf, momentIn } from "#app/views/sessions/session-moment.server.ts";
import { sessionTitle } from "#app/views/sessions/session-title.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A mail that is to be looked at, in words. */
export interface ShownReplyView {
  id: string;
  sessionId: string;
  session: string;
  person: string;
  says: string;
  when: string;
}

/** Writes why a mail was not simply taken as an answer. */
export function shownReplyView(reply: ShownReply, viewer: Viewer): ShownReplyView {
  const { id, session, person, at } = reply;
  const when = viewer.formats.dateTime(at);
  return {
    id,
    sessionId: session.id,
    session: sessionTitle(session, viewer),
    person,
    says: words(reply, viewer),
    when,
  };
}

function words(
  { reason, person: name, from, subject, answer, proposed, delegate, session }: ShownReply,
  viewer: Viewer,
): string {
  const { text } = viewer;
  switch (reason) {
    case "other-sender":
      return answer
        ? text("answers.reply.other-sender", { from, name, answer: text(`answers.state.${answer}`) })
        : text("answers.reply.other-sender-unclear", { from, name });
    case "counter":
      return proposed
        ? text("answers.reply.counter", { name, when: whenOf(proposed, session, viewer) })
        : text("answers.reply.counter-unclear", { name });
    case "wrote-back":
    case "too-large":
      return text(`answers.reply.${reason}`, { name, subject: subject || "…" });
    case "delegated":
      return delegate
        ? text("answers.reply.delegated-to", { name, delegate })
        : text("answers.reply.delegated", { name });
    case "one-occurrence":
    case "winmail":
    case "comment-left-out":
      return text(`answers.reply.${reason}`, { name });
    default:
      return text("answers.reply.malformed", { name });
  }
}

function whenOf(proposed: NonNullable<ShownReply["proposed"]>, session: ShownReply["session"], viewer: Viewer): string {
  const { when, zone } = momentIn(formatsOf(session, viewer), proposed);
  return `${when}, ${zone}`;
}
