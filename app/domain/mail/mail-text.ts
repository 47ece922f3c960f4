/** What a mail says, before it becomes text and HTML. Paragraphs are plain text; links come below them. */
export interface MailText {
  subject: string;
  paragraphs: string[];
  links: { label: string; href: string }[];
}

/** The plain text part: paragraphs, then each link with its label on a line of its own. */
export function plainMail(mail: MailText): string {
  const links = mail.links.map(({ label, href }) => `${label}:\n${href}`);
  return `${[...mail.paragraphs, ...links].join("\n\n")}\n`;
}
