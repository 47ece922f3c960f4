import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { type CityKey, isCity } from "#app/domain/time/city-zones.ts";
import { createFormats, type Formats } from "#app/domain/time/format.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { type Flash, readFlash } from "#app/http/lead-to.server.ts";
import { guessLocale } from "#app/http/locale.server.ts";
import { hostCookie, readCookie, readSignIn } from "#app/http/sign-in.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { keptQuery } from "#db/kept-query.ts";
import type { Db, Store } from "#db/store.ts";

/** The account of a signed-in reader. */
export interface Account {
  id: string;
  name: string;
  address: string;
  /** Of pages. */
  locale: InterfaceLocale;
  mailLocale: InterfaceLocale;
  zone: string;
  city: CityKey | undefined;
  currentGroupId: string | null;
}

/** One request of one reader: who, in which language and zone, and what to read with. */
export interface Visit {
  context: LoadContext;
  store: Store;
  /** The reading connection. */
  db: Db;
  /** What answers searches. */
  matcher: Matcher;
  actor: Actor;
  account: Account | null;
  token: string | null;
  locale: InterfaceLocale;
  zone: string;
  text: Text;
  formats: Formats;
  now: Date;
  /** The chosen look, `light` or `dark`; anything else follows the system. */
  theme: string | null;
  /** What this page says once of the deed that led to it. */
  flash: Flash | null;
  /** Signed in by this very request: its page is the answer to that, not one to be led away from. */
  justSignedIn?: boolean;
}

export interface SignedInVisit extends Visit {
  account: Account;
  token: string;
  /** The working group whose pages are shown: one that the address names, else the chosen one. Null without any. */
  groupId: string | null;
  /** The chosen one if still a member, else the first. */
  chosenGroupId: string | null;
}

/** Zone of readers who have not signed in. */
const VISITOR_ZONE = "Europe/Sarajevo";

/** Cookie with the chosen theme; without it the system decides. */
export const THEME_COOKIE_NAME = "zbornik_theme";

/** Keeps a choice of theme for a year; `system` forgets it. */
export function themeCookie(theme: "light" | "dark" | "system", https: boolean): string {
  const [value, age] = theme === "system" ? ["", 0] : [theme, 31_536_000];
  return `${hostCookie(THEME_COOKIE_NAME, https)}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${https ? "; Secure" : ""}`;
}

/** The group that an address names, for pages of a group other than the chosen one. */
export function groupNamed({ url }: { url: string }): string | null {
  return new URL(url).searchParams.get("group");
}

const visits = new WeakMap<LoadContext, Promise<Visit>>();

/** The visit of a request; loaders of one page share it. */
export function readVisit(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<Visit> {
  const context = args.context;
  const known = visits.get(context);
  if (known) return known;
  const visit = establish(context, args.request);
  visits.set(context, visit);
  return visit;
}

/** Makes the rest of this request the visit of somebody who has just signed in, so that the page is shown as theirs. */
export function continueAs(args: ActionFunctionArgs, signIn: { accountId: string; token: string }): void {
  visits.set(
    args.context,
    establish(args.context, args.request, signIn).then((visit) => ({ ...visit, justSignedIn: true })),
  );
}

/**
 * The visit of a signed-in reader.
 * @throws a redirect to the sign-in page, the same for every address, existing or not. What was posted goes along (307
 * keeps method and body), so that the sign-in page can keep it.
 */
export async function readSignedInVisit(args: LoaderFunctionArgs | ActionFunctionArgs): Promise<SignedInVisit> {
  const visit = await readVisit(args);
  if (!visit.account || !visit.token) {
    const url = new URL(args.request.url);
    const here = `${url.pathname.replace(/\.data$/, "")}${url.search}`;
    if (args.request.method === "POST") throw redirect(`${paths.signIn()}?kept=${encodeURIComponent(here)}`, 307);
    throw redirect(paths.signIn(here));
  }
  const { account, token } = visit;
  const { memberships } = visit.actor;
  const own = (groupId: string | null) => memberships.find((membership) => membership.groupId === groupId)?.groupId;
  const chosenGroupId = own(account.currentGroupId) ?? memberships[0]?.groupId ?? null;
  return { ...visit, account, token, groupId: own(groupNamed(args.request)) ?? chosenGroupId, chosenGroupId };
}

const activeAccount = keptQuery((db, { id }: { id: string }) =>
  db.selectFrom("account").selectAll().where("id", "=", id).where("status", "=", "active"),
);

async function establish(
  context: LoadContext,
  request: Request,
  begun?: { accountId: string; token: string },
): Promise<Visit> {
  const db = context.store.read;
  const now = new Date();
  const signIn = begun ?? (await readSignIn(context, request));
  const [row] = signIn ? await activeAccount(db, { id: signIn.accountId }) : [];
  const account: Account | null = row
    ? {
        id: row.id,
        name: row.name,
        address: row.address,
        locale: isInterfaceLocale(row.locale) ? row.locale : "en",
        mailLocale: isInterfaceLocale(row.mail_locale) ? row.mail_locale : "en",
        zone: row.zone,
        city: isCity(row.city) ? row.city : undefined,
        currentGroupId: row.current_group_id,
      }
    : null;
  context.who.accountId = account?.id ?? null;
  context.who.token = signIn?.token ?? null;
  const addressed = new URL(request.url).pathname.split("/")[1];
  const locale = isInterfaceLocale(addressed)
    ? addressed
    : (account?.locale ?? guessLocale(request, context.config.https));
  const zone = account?.zone ?? VISITOR_ZONE;
  return {
    context,
    store: context.store,
    matcher: context.matcher,
    db,
    actor: await findActor(db, account?.id ?? null),
    account,
    token: signIn?.token ?? null,
    locale,
    zone,
    text: textFor(locale),
    formats: createFormats(locale, zone, account?.city),
    now,
    theme: readCookie(request, hostCookie(THEME_COOKIE_NAME, context.config.https)),
    flash: readFlash(context, request, now),
  };
}
