import { answers } from "#app/domain/codes.ts";
import { paths } from "#app/paths.ts";
import type { Desk } from "#app/views/mails/write-mail.server.ts";

/** The link that accepts an invitation. */
export function invitationLink(publicUrl: string, secret: string): string {
  return `${publicUrl}${paths.invitation(secret)}`;
}

/** The link that sets a new password. */
export function resetLink(publicUrl: string, secret: string): string {
  return `${publicUrl}${paths.reset(secret)}`;
}

/** The links that answer an invitation to a session: each opens a form with that choice, and answers nothing itself. */
export function answerLinks({ text, site, secret }: Desk): { label: string; href: string }[] {
  if (secret === null) return [];
  return answers.map((answer) => ({
    label: text(`mail.answer.link.${answer}`),
    href: `${site.publicUrl}${paths.answer(secret, { answer })}`,
  }));
}
