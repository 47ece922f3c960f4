import type { MailHealthFacts } from "#app/domain/outbox/find-mail-health.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Whether mails leave the installation, in words. */
export interface MailHealthView {
  tone: "good" | "warn" | "bad";
  title: string;
  text: string;
  facts: { term: string; details: string }[];
  /** A sentence on mails that wait for somebody to let them go; null where there are none. */
  held: string | null;
  canTest: boolean;
}

/** What of the configuration the page names. */
export interface MailSettings {
  smtpUrl: string | null;
  mailFrom: string;
}

/** Writes whether mails leave the installation. */
export function mailHealthView(health: MailHealthFacts, settings: MailSettings, viewer: Viewer): MailHealthView {
  const { text, formats } = viewer;
  const { lastSentAt, lastFailure, waiting, held } = health;
  const server = settings.smtpUrl === null ? null : new URL(settings.smtpUrl).host;
  return {
    ...verdictOf(health, server, settings.mailFrom, viewer),
    facts: [
      { term: text("admin.mailServer"), details: server ?? text("admin.mailServerNone") },
      { term: text("admin.mailSender"), details: settings.mailFrom },
      {
        term: text("admin.mailLastSent"),
        details: lastSentAt ? formats.dateTime(lastSentAt) : text("admin.mailNever"),
      },
      {
        term: text("admin.mailLastFailure"),
        details: lastFailure ? `${formats.dateTime(lastFailure.at)}: ${lastFailure.response}` : text("admin.mailNever"),
      },
      { term: text("admin.mailWaiting"), details: formats.number(waiting) },
    ],
    held: held > 0 ? text("admin.mailHeld", { count: held }) : null,
    canTest: server !== null,
  };
}

function verdictOf(
  { lastSentAt, lastFailure, troubled }: MailHealthFacts,
  server: string | null,
  sender: string,
  { text }: Viewer,
): Pick<MailHealthView, "tone" | "title" | "text"> {
  if (server === null) return { tone: "warn", title: text("admin.mailUnset"), text: text("admin.mailUnsetText") };
  if (lastFailure && (!lastSentAt || lastFailure.at > lastSentAt)) {
    return { tone: "bad", title: text("admin.mailRefused"), text: text("admin.mailRefusedText") };
  }
  if (troubled > 0) {
    return {
      tone: "warn",
      title: text("admin.mailTroubled", { count: troubled }),
      text: text("admin.mailTroubledText"),
    };
  }
  if (sender.endsWith(".invalid")) {
    return { tone: "warn", title: text("admin.mailNoSender"), text: text("admin.mailNoSenderText") };
  }
  if (!lastSentAt) return { tone: "warn", title: text("admin.mailUntried"), text: text("admin.mailUntriedText") };
  return { tone: "good", title: text("admin.mailGood"), text: text("admin.mailGoodText") };
}
