import { randomBytes } from "node:crypto";
import { can } from "#app/domain/access/policy.ts";
import { countAwaiting } from "#app/domain/home/count-awaiting.server.ts";
import { findGroups } from "#app/domain/programme/find-groups.server.ts";
import { findProgrammeOnPages } from "#app/domain/programme/find-programme.server.ts";
import { formOwner } from "#app/http/kept-form.server.ts";
import { findOpenGroup } from "#app/http/open-group.server.ts";
import { openingOf } from "#app/http/opening.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { isMessageKey } from "#app/i18n/catalogues.server.ts";
import { label, shownLabel } from "#app/i18n/labels.ts";
import { interfaceLocales, isInterfaceLocale, languages } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { programmeWords } from "#app/views/programme/programme-words.ts";

const titledErrors = [400, 403, 404, 409, 413, 422, 429, 500, 503] as const;

/** What the frame of every page needs: masthead, navigation, footer, and what scripts start from. */
export async function findShell(visit: Visit, url: URL) {
  const { actor, account, db, locale } = visit;
  const { catalogues } = visit.context;
  const own = await findGroups(db, actor);
  const awaiting = await countAwaiting(db, actor, visit.now);
  const groups = own.map(({ names, ...group }) => ({
    ...group,
    awaiting: awaiting.get(group.id) ?? 0,
    name: label(names, locale),
    nameLang: shownLabel(names, locale).lang,
  }));
  const chosen = groups.find((group) => group.id === account?.currentGroupId) ?? groups[0] ?? null;
  const openGroup = await findOpenGroup(visit, url);
  const current = groups.find((group) => group.id === openGroup) ?? chosen;
  const programme = await findProgrammeOnPages(db, current?.programmeId ?? null);
  const subject = { groupId: current?.id ?? null };
  return {
    locale,
    theme: themeOf(visit, url),
    nonce: visit.context.nonce,
    requestId: visit.context.requestId,
    catalogue: catalogues.addressFor(locale, url.pathname),
    // Scripts go from page to page, and bring the messages of the first one only.
    messages: visit.context.document === null ? catalogues.messagesFor(locale, url.pathname) : null,
    // One key a page: a form sent twice from it changes nothing twice.
    formKey: (await openingOf(visit, url)) ?? randomBytes(15).toString("base64url"),
    owner: account ? formOwner(visit.context, account.id, visit.now) : null,
    path: `${url.pathname.replace(/\.data$/, "")}${url.search}`,
    isPublic: isInterfaceLocale(url.pathname.split("/")[1]),
    home: account ? paths.home() : paths.publicHome(locale),
    languages: interfaceLocales.map((code) => ({
      code,
      name: languages[code].selfName,
      current: code === locale,
      href: isInterfaceLocale(url.pathname.split("/")[1])
        ? url.pathname.replace(/^\/[^/]+/, `/${code}`) + url.search
        : null,
    })),
    account: account
      ? { id: account.id, name: account.name, mailLanguage: languages[account.mailLocale].selfName }
      : null,
    isAdministrator: actor.isAdministrator,
    groups,
    group: current,
    // Links to pages of the group then name it.
    isOtherGroup: current !== chosen,
    may: {
      post: can(actor, "contribution.post", subject),
      readOutbox: can(actor, "outbox.read", subject),
      manageMembers: can(actor, "members.manage", subject),
    },
    // The first page is about all groups, whichever is shown.
    awaiting: groups.reduce((sum, group) => sum + group.awaiting, 0),
    flash: flashOf(visit),
    // Titles of error pages: `meta` of a route has no other way to the reader's language.
    errorTitles: Object.fromEntries(titledErrors.map((status) => [status, visit.text(`errors.title${status}`)])),
    words: programme && programmeWords(programme, locale),
  };
}

export type ShellData = Awaited<ReturnType<typeof findShell>>;

function themeOf(visit: Visit, url: URL): "light" | "dark" | null {
  // Public pages are stored for everybody and so follow the system alone.
  if (isInterfaceLocale(url.pathname.split("/")[1]) && !visit.account) return null;
  const theme = visit.account ? visit.theme : null;
  return theme === "light" || theme === "dark" ? theme : null;
}

/** The message of the deed that led to this page, if the catalogue knows it. */
function flashOf({ flash, text }: Visit): string | null {
  const key = flash?.key?.replace(".", ".flash.") ?? "";
  return isMessageKey(key) && key.includes(".flash.") ? text(key) : null;
}
