import type { Selectable } from "kysely";
import { membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { renderSessionMail } from "#app/domain/mail/render-session-mail.server.ts";
import type { RenderedMail, Rendering, Site } from "#app/domain/mail/rendering.ts";
import type { MailTemplates } from "#app/domain/mail/templates.ts";
import { isCity } from "#app/domain/time/city-zones.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { isInterfaceLocale, textFor } from "#app/i18n/catalogues.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import type { OutboxTable } from "#db/schema/outbox.ts";
import type { Db } from "#db/store.ts";

export type OutboxRow = Selectable<OutboxTable>;

/**
 * Renders a mail of the outbox as its recipient may have it now. Null when it must not be sent any more: the recipient
 * was deactivated, left the group, or may no longer see what it is about.
 */
export async function renderMail(
  db: Db,
  site: Site,
  row: OutboxRow,
  options: { now?: Date; secretLink?: string | null } = {},
): Promise<{ mail: RenderedMail; to: { name: string; address: string }; locale: string } | null> {
  const rendering = await prepare(db, site, row, options.now ?? new Date(), options.secretLink ?? null);
  if (!rendering) return null;
  const mail = await renderTemplate(rendering, row);
  if (!mail) return null;
  const footer = rendering.text("mail.footer", { site: site.publicUrl });
  const { name, address } = rendering.recipient;
  return {
    mail: { ...mail, footer },
    to: { name, address },
    locale: rendering.locale,
  };
}

async function prepare(
  db: Db,
  site: Site,
  row: OutboxRow,
  now: Date,
  secretLink: string | null,
): Promise<Rendering | null> {
  if (!row.recipient_id) {
    const invitation = await db
      .selectFrom("invitation")
      .select(["name", "locale"])
      .where("id", "=", row.subject_id ?? "")
      .executeTakeFirst();
    if (!invitation) return null;
    const locale = isInterfaceLocale(invitation.locale) ? invitation.locale : "en";
    const recipient = {
      id: null,
      name: invitation.name,
      address: row.address,
      zone: "Europe/Sarajevo",
      city: undefined,
    };
    return { db, site, recipient, locale, text: textFor(locale), now, secretLink };
  }
  const account = await db
    .selectFrom("account")
    .select(["id", "name", "address", "locale", "zone", "city"])
    .where("id", "=", row.recipient_id)
    .where("status", "=", "active")
    .executeTakeFirst();
  if (!account) return null;
  const locale = isInterfaceLocale(account.locale) ? account.locale : "en";
  const recipient = { ...account, city: isCity(account.city) ? account.city : undefined };
  return { db, site, recipient, locale, text: textFor(locale), now, secretLink };
}

async function renderTemplate(rendering: Rendering, row: OutboxRow): Promise<RenderedMail | null> {
  const template = row.template as keyof MailTemplates;
  const parameters = JSON.parse(row.parameters) as never;
  switch (template) {
    case "session-scheduled":
    case "session-moved":
    case "session-changed":
    case "session-cancelled":
    case "session-left":
      return renderSessionMail(rendering, template, parameters);
    case "sharing-asked":
    case "sharing-decided":
      return renderSharingMail(rendering, template, parameters);
    case "invitation":
      return renderInvitation(rendering, parameters);
    case "password-reset":
      return renderAccountMail(rendering, "passwordReset");
    case "password-changed":
      return renderAccountMail(rendering, "passwordChanged");
    case "token-made":
      return renderTokenMade(rendering, parameters);
  }
}

/** Numbers and links only: the title of a record below `public` does not travel by mail. */
async function renderSharingMail(
  rendering: Rendering,
  template: "sharing-asked" | "sharing-decided",
  parameters: MailTemplates["sharing-asked"] & Partial<MailTemplates["sharing-decided"]>,
): Promise<RenderedMail | null> {
  const { db, text, recipient, site } = rendering;
  const actor = await findActor(db, recipient.id);
  const record = await contributionsVisibleTo(db, actor)
    .select(["contribution.number", "contribution.group_id"])
    .where("contribution.id", "=", parameters.contributionId)
    .executeTakeFirst();
  if (!record || !membershipIn(actor, record.group_id)) return null;
  const params = { number: record.number, level: textOf(text, `codes.sharing.${parameters.toLevel}`) };
  const greeting = text("mail.greeting", { name: recipient.name });
  if (template === "sharing-asked") {
    const href = `${site.publicUrl}${paths.sharingRequest(parameters.requestId)}`;
    return {
      subject: text("mail.sharingAsked.subject", params),
      paragraphs: [greeting, text("mail.sharingAsked.text", params)],
      links: [{ label: text("mail.sharingAsked.link"), href }],
    };
  }
  const granted = parameters.decision === "granted";
  return {
    subject: text(granted ? "mail.sharingDecided.subjectGranted" : "mail.sharingDecided.subjectRefused", params),
    paragraphs: [greeting, text(granted ? "mail.sharingDecided.granted" : "mail.sharingDecided.refused", params)],
    links: [{ label: text("mail.openRecord"), href: `${site.publicUrl}${paths.contribution(record.number)}` }],
  };
}

async function renderInvitation(
  rendering: Rendering,
  parameters: MailTemplates["invitation"],
): Promise<RenderedMail | null> {
  const { db, text, locale, recipient, now } = rendering;
  const row = await db
    .selectFrom("invitation")
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .select(["invitation.expires_at", "invitation.accepted_at", "working_group.names"])
    .where("invitation.id", "=", parameters.invitationId)
    .executeTakeFirst();
  if (!row || row.accepted_at || row.expires_at <= now.toISOString()) return null;
  const group = label(parseLabels(row.names), locale);
  const until = createFormats(locale, recipient.zone, recipient.city).date(row.expires_at);
  return {
    subject: text("mail.invitation.subject", { group }),
    paragraphs: [text("mail.greeting", { name: recipient.name }), text("mail.invitation.text", { group, until })],
    links: rendering.secretLink ? [{ label: text("mail.invitation.link"), href: rendering.secretLink }] : [],
  };
}

function renderAccountMail(rendering: Rendering, area: "passwordReset" | "passwordChanged"): RenderedMail {
  const { text, recipient, secretLink } = rendering;
  return {
    subject: text(`mail.${area}.subject`),
    paragraphs: [text("mail.greeting", { name: recipient.name }), text(`mail.${area}.text`)],
    links: area === "passwordReset" && secretLink ? [{ label: text("mail.passwordReset.link"), href: secretLink }] : [],
  };
}

/** What was made and where it is revoked; the token itself is known to nobody but whoever made it. */
function renderTokenMade(rendering: Rendering, made: MailTemplates["token-made"]): RenderedMail {
  const { text, locale, recipient, site } = rendering;
  const scopes = made.scopes.map((scope) => text(`tokens.scope.${scope}`)).join(", ");
  const until = createFormats(locale, recipient.zone, recipient.city).date(made.expiresAt);
  return {
    subject: text("mail.tokenMade.subject"),
    paragraphs: [
      text("mail.greeting", { name: recipient.name }),
      text("mail.tokenMade.text"),
      [
        text("mail.tokenMade.name", { name: made.name }),
        text("mail.tokenMade.scopes", { scopes }),
        text("mail.tokenMade.until", { until }),
      ].join("\n"),
      text("mail.tokenMade.notYou"),
    ],
    links: [{ label: text("mail.tokenMade.link"), href: `${site.publicUrl}${paths.accountTokens()}` }],
  };
}
