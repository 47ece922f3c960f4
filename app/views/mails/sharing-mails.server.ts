import { sharingAsked, sharingDecided, sharingTakenBack } from "#app/domain/knowledge/sharing-mails.server.ts";
import { paths } from "#app/paths.ts";
import { writtenBy } from "#app/views/mails/write-mail.server.ts";

/** Mails about consent to a wider sharing level. */
export const sharingMails = [
  writtenBy(sharingAsked, ({ number }, { requestId, toLevel }, { text, site }) => {
    const params = { number, level: text(`codes.sharing.${toLevel}`) };
    return {
      subject: text("mail.sharingAsked.subject", params),
      paragraphs: [text("mail.sharingAsked.text", params)],
      links: [{ label: text("mail.sharingAsked.link"), href: `${site.publicUrl}${paths.sharingRequest(requestId)}` }],
    };
  }),
  writtenBy(sharingTakenBack, ({ number }, _kept, { text, site }) => ({
    subject: text("mail.sharingTakenBack.subject", { number }),
    paragraphs: [text("mail.sharingTakenBack.text", { number })],
    links: [{ label: text("mail.openRecord"), href: `${site.publicUrl}${paths.contribution(number)}` }],
  })),
  writtenBy(sharingDecided, ({ number }, { decision, toLevel }, { text, site }) => {
    const params = { number, level: text(`codes.sharing.${toLevel}`) };
    const granted = decision === "granted";
    return {
      subject: text(granted ? "mail.sharingDecided.subjectGranted" : "mail.sharingDecided.subjectRefused", params),
      paragraphs: [text(`mail.sharingDecided.${decision}`, params)],
      links: [{ label: text("mail.openRecord"), href: `${site.publicUrl}${paths.contribution(number)}` }],
    };
  }),
];
