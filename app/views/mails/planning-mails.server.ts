import { availabilityAsked } from "#app/domain/planning/availability-mails.server.ts";
import { label, shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { writtenBy } from "#app/views/mails/write-mail.server.ts";

/** Mails about the planning of a round. */
export const planningMails = [
  writtenBy(availabilityAsked, ({ round, group }, _kept, { text, locale, formats, site }) => {
    const title = label(round.titles, locale);
    return {
      subject: text("mail.availabilityAsked.subject", { round: title }),
      paragraphs: [
        text("mail.availabilityAsked.text", {
          round: title,
          dates: formats.dateRange(round.startsOn, round.endsOn),
          group: label(group, locale),
        }),
        text("mail.availabilityAsked.how"),
      ],
      foreign: shownLabel(group, locale),
      links: [
        {
          label: text("mail.availabilityAsked.link"),
          href: `${site.publicUrl}${paths.availability(round.id)}`,
        },
      ],
    };
  }),
];
