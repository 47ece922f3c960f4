import { testMail } from "#app/domain/outbox/test-mail.server.ts";
import {
  administratorsChanged,
  passwordChanged,
  passwordHelped,
  passwordReset,
} from "#app/domain/people/account-mails.server.ts";
import { memberInvited } from "#app/domain/people/invitation-mail.server.ts";
import { feedMade, tokenMade } from "#app/domain/tokens/token-mails.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import { invitationLink, resetLink } from "#app/views/mails/secret-links.ts";
import { writtenBy } from "#app/views/mails/write-mail.server.ts";
import { helpText } from "#app/views/people/help-text.ts";

/** Mails about accounts, and how one gets one. */
export const accountMails = [
  writtenBy(memberInvited, (facts, _kept, { text, locale, formats, site, secret }) => {
    const foreign = shownLabel(facts.group, locale);
    const group = foreign.text;
    const { inviter } = facts;
    const link = secret && { label: text("mail.invitation.link"), href: invitationLink(site.publicUrl, secret) };
    return {
      subject: text("mail.invitation.subject", { group }),
      paragraphs: [text("mail.invitation.text", { inviter, group, until: formats.date(facts.until) })],
      foreign,
      links: link ? [link] : [],
      footer: text("mail.footerInvited", { site: site.publicUrl, inviter }),
    };
  }),
  writtenBy(passwordReset, (_facts, _kept, { text, site, secret }) => {
    const link = secret && { label: text("mail.passwordReset.link"), href: resetLink(site.publicUrl, secret) };
    return {
      subject: text("mail.passwordReset.subject"),
      paragraphs: [text("mail.passwordReset.text")],
      links: link ? [link] : [],
      footer: text("mail.footerAccount", { site: site.publicUrl }),
    };
  }),
  writtenBy(testMail, (_facts, _kept, { text, site }) => ({
    subject: text("mail.test.subject"),
    paragraphs: [text("mail.test.text")],
    links: [],
    footer: text("mail.footerAccount", { site: site.publicUrl }),
  })),
  writtenBy(passwordChanged, (_facts, _kept, { text, site }) => ({
    subject: text("mail.passwordChanged.subject"),
    paragraphs: [text("mail.passwordChanged.text")],
    links: [],
    footer: text("mail.footerAccount", { site: site.publicUrl }),
  })),
  writtenBy(passwordHelped, (help, _kept, desk) => {
    const { text, site } = desk;
    const whose = help.isOwn ? "own" : "other";
    const address = help.isOwn ? paths.accountPassword() : paths.adminSecurity();
    return {
      subject: text(`mail.passwordHelped.${whose}.subject`),
      paragraphs: [helpText(help, desk, help.isOwn), text(`people.passwordHelp.notRight.${whose}`)],
      links: [{ label: text(`mail.passwordHelped.${whose}.link`), href: `${site.publicUrl}${address}` }],
      footer: text("mail.footerAccount", { site: site.publicUrl }),
    };
  }),
  writtenBy(administratorsChanged, ({ name, administers }, _kept, { text, site }) => ({
    subject: text("mail.administratorsChanged.subject"),
    paragraphs: [
      text(administers ? "mail.administratorsChanged.made" : "mail.administratorsChanged.ended", { name }),
      text("mail.administratorsChanged.notRight"),
    ],
    links: [{ label: text("mail.administratorsChanged.link"), href: `${site.publicUrl}${paths.adminAccounts()}` }],
    footer: text("mail.footerAccount", { site: site.publicUrl }),
  })),
  // What was made and where it is revoked; the token itself is known to nobody but whoever made it.
  writtenBy(tokenMade, ({ name, scopes, expiresAt }, _kept, { text, formats, site }) => {
    const allowed = scopes.map((scope) => text(`tokens.scope.${scope}`)).join(", ");
    const made = [
      text("mail.tokenMade.name", { name }),
      text("mail.tokenMade.scopes", { scopes: allowed }),
      text("mail.tokenMade.until", { until: formats.date(expiresAt) }),
    ];
    return {
      subject: text("mail.tokenMade.subject"),
      paragraphs: [text("mail.tokenMade.text"), made.join("\n"), text("mail.tokenMade.notYou")],
      links: [{ label: text("mail.tokenMade.link"), href: `${site.publicUrl}${paths.accountTokens()}` }],
      footer: text("mail.footerAccount", { site: site.publicUrl }),
    };
  }),
  writtenBy(feedMade, ({ name, discloses }, _kept, { text, site }) => ({
    subject: text("mail.feedMade.subject"),
    paragraphs: [
      text("mail.feedMade.text"),
      [
        text("mail.tokenMade.name", { name }),
        text(discloses ? "mail.feedMade.discloses" : "mail.feedMade.conceals"),
      ].join("\n"),
      text("mail.feedMade.notYou"),
    ],
    links: [{ label: text("mail.feedMade.link"), href: `${site.publicUrl}${paths.accountCalendars()}` }],
    footer: text("mail.footerAccount", { site: site.publicUrl }),
  })),
];
