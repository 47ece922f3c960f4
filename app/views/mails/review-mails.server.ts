import { contributionReviewed, REMINDER_DAYS, snapshotWaits } from "#app/domain/knowledge/review-mails.server.ts";
import { paths } from "#app/paths.ts";
import { writtenBy } from "#app/views/mails/write-mail.server.ts";

/** Mails to the author of a contribution about its way through the review. */
export const reviewMails = [
  writtenBy(contributionReviewed, ({ number, reason }, { decision }, { text, site }) => ({
    subject: text(`mail.reviewed.subject.${decision}`, { number }),
    paragraphs: [
      text(`mail.reviewed.${decision}`, { number }),
      reason ? text("mail.reviewed.reason", { reason }) : "",
    ].filter(Boolean),
    links: [
      decision === "returned"
        ? { label: text("mail.completeRecord"), href: `${site.publicUrl}${paths.contributionEdit(number)}` }
        : { label: text("mail.openRecord"), href: `${site.publicUrl}${paths.contribution(number)}` },
    ],
  })),
  writtenBy(snapshotWaits, ({ number }, _kept, { text, site }) => ({
    subject: text("mail.snapshotWaits.subject", { number }),
    paragraphs: [text("mail.snapshotWaits.text", { number, days: REMINDER_DAYS }), text("mail.snapshotWaits.once")],
    links: [{ label: text("mail.completeRecord"), href: `${site.publicUrl}${paths.contributionEdit(number)}` }],
  })),
];
