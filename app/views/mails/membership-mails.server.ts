import { membershipChanged, membershipEnded } from "#app/domain/people/membership-mails.server.ts";
import { footnoteWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { writtenBy } from "#app/views/mails/write-mail.server.ts";
import { changeText } from "#app/views/people/change-text.ts";

/** Mails about who belongs to a group and who speaks in it. */
export const membershipMails = [
  writtenBy(membershipChanged, (facts, _kept, desk) => {
    const { text, locale, site } = desk;
    const { delegation, footnote } = facts;
    const mark = delegation ? footnoteWithMark({ mark: delegation.mark, footnote }, locale) : "";
    const foreign = shownLabel(facts.group, locale);
    const group = foreign.text;
    return {
      subject: text("mail.membershipChanged.subject", { group }),
      paragraphs: [
        text("mail.membershipChanged.text", { group }),
        changeText(facts, desk),
        text("mail.membershipChanged.notRight"),
        mark,
      ].filter(Boolean),
      foreign,
      links: [{ label: text("mail.membershipChanged.link"), href: `${site.publicUrl}${paths.members()}` }],
    };
  }),
  writtenBy(membershipEnded, (facts, _kept, { text, locale }) => {
    const foreign = shownLabel(facts.group, locale);
    const group = foreign.text;
    return {
      subject: text("mail.membershipEnded.subject", { group }),
      paragraphs: [text("mail.membershipEnded.text", { group }), text("mail.membershipEnded.notRight")],
      foreign,
      links: [],
    };
  }),
];
