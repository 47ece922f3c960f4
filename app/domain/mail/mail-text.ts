import type { ShownLabel } from "#app/i18n/labels.ts";

/** What a mail says, before it becomes text and HTML. Paragraphs are plain text; links come below, then the footer. */
export interface MailText {
  subject: string;
  paragraphs: string[];
  links: { label: string; href: string }[];
  footer?: string;
  /** A name in the paragraphs that may be in another language than the mail. */
  foreign?: ShownLabel;
}

/** The plain text part: paragraphs, then each link with its label on a line of its own, then the footer. */
export function plainMail(mail: MailText): string {
  const links = mail.links.map(({ label, href }) => `${label}:\n${href}`);
  const footer = mail.footer ? [mail.footer] : [];
  return `${[...mail.paragraphs, ...links, ...footer].join("\n\n")}\n`;
}
