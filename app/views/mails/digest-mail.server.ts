import { isUnsent, unsent } from "#app/domain/mail/define-mail.ts";
import { findRecipient } from "#app/domain/mail/find-recipient.server.ts";
import { kindOf, type OutboxRow, type PreparedMail, type SendableMail } from "#app/domain/mail/sendable-mail.ts";
import { findGathered, newsDigest } from "#app/domain/outbox/news-digest.server.ts";
import { settle } from "#app/domain/outbox/settle-mail.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { paths } from "#app/paths.ts";

interface Part {
  row: OutboxRow;
  /** Null where there is nothing to say any more. */
  prepared: PreparedMail | null;
  reason: string;
}

/**
 * The news of a day in one mail. Each is written as it would be alone at that moment, so that permission is asked again
 * for each; those are settled when the mail server has the whole.
 * @param kinds the mails that can be in it
 */
export function digestOf(kinds: readonly SendableMail[]): SendableMail {
  return {
    name: newsDigest.name,
    write: async (db, site, row, at) => {
      const recipient = await findRecipient(db, newsDigest, row);
      if (!recipient?.id) return unsent("not-allowed");
      const parts: Part[] = [];
      for (const one of await findGathered(db, recipient.id, at.now)) {
        const found = (await kindOf(one, { mails: kinds })?.write(db, site, one, at)) ?? unsent("nothing-new");
        const isSaid = !isUnsent(found);
        parts.push({ row: one, prepared: isSaid ? found : null, reason: isSaid ? "" : found.unsent });
      }
      const said = parts.flatMap(({ prepared }) => prepared ?? []);
      if (said.length === 0) return unsent("nothing-new");
      const locale = at.reading?.locale ?? recipient.locale;
      const text = textFor(locale);
      const numbered = said.map(({ mail }, index) => ({ mail, number: index + 1 }));
      return {
        mail: {
          subject: text("mail.digest.subject", { count: said.length }),
          paragraphs: [
            text("mail.greeting", { name: recipient.name }),
            text("mail.digest.text"),
            // Each begins with a greeting of its own.
            ...numbered.map(({ mail, number }) =>
              [`${number}. ${mail.subject}`, ...mail.paragraphs.slice(1)].join("\n"),
            ),
          ],
          links: [
            ...numbered.flatMap(({ mail, number }) =>
              mail.links.map(({ label, href }) => ({ label: `${number}. ${label}`, href })),
            ),
            { label: text("mail.digest.choose"), href: `${site.publicUrl}${paths.accountMails()}` },
          ],
          footer: text("mail.footer", { site: site.publicUrl }),
          to: { name: recipient.name, address: recipient.address },
          locale,
        },
        kept: {},
        note: async (within, outcome) => {
          for (const { row: one, prepared, reason } of parts) {
            await prepared?.note(within, outcome);
            if (outcome !== "accepted") continue;
            const sent = { state: "sent", sent_at: at.now.toISOString() } as const;
            await settle(within, one.id, prepared ? sent : { state: "dropped", reason });
          }
        },
      };
    },
  };
}
