import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { cleanLine } from "#app/domain/forms/clean-text.ts";
import { lookAtPassword } from "#app/domain/people/check-password.server.ts";
import { noteFirstSignIn } from "#app/domain/people/password-help.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { type FormAnswer, readForm, type SentForm, UnreadableForm } from "#app/http/form.server.ts";
import { keepForm, openKeptForm, readFormOwner } from "#app/http/kept-form.server.ts";
import { knownBrowserCookie } from "#app/http/known-browser.server.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { beginSignIn, endSignIn, readEndedSignIn } from "#app/http/sign-in.server.ts";
import { tryPassword } from "#app/http/sign-in-limits.server.ts";
import { tell } from "#app/http/tell.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { continueAs, readVisit, type Visit } from "#app/http/visit.server.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import type { MessageKey, MessageParams } from "#app/i18n/message.ts";
import { paths, safeRedirect } from "#app/paths.ts";
import { isBusy, isDiskFull } from "#db/engine.ts";

/** The sign-in form once more: refused, or because a form arrived after its sign-in had ended. */
export interface SignInForm extends FormAnswer {
  /** What became of a form that arrived too late. */
  ended?: "kept" | "not-kept";
}

/** After signing in: the form that was not saved, ready to be sent again. */
export interface Unsaved {
  unsaved: { path: string; fields: [string, string][] };
}

/** Action of the sign-in page. */
export async function answerSignIn(args: ActionFunctionArgs) {
  const visit = await readVisit(args);
  const late = new URL(args.request.url).searchParams.get("kept");
  const sent = await readSent(args.request);
  if (late !== null) return keepLateForm(visit, args.request, late, sent);
  const { values } = sent;
  const address = cleanLine(text(values.address)).toLowerCase().slice(0, 254);
  const password = text(values.password);
  const again = { address, redirectTo: text(values.redirectTo), kept: text(values.kept) };
  const t = visit.text;
  const errors: Record<string, string> = {};
  if (!address) errors.address = t("signIn.addressNeeded");
  if (!password) errors.password = t("signIn.passwordNeeded");
  if (Object.keys(errors).length > 0) return refuse({ values: again, errors, formErrors: [] }, 422);
  const said = (key: MessageKey, params: MessageParams = {}) => ({
    ...{ values: again, errors: {}, formErrors: [t(key, params)] },
  });
  try {
    const { accountId, isRight } = await tryPassword(visit.context, { request: args.request, address }, async () => {
      const result = await lookAtPassword(visit.db, address, password.slice(0, 1000));
      return { isRight: result.isRight, result };
    });
    if (accountId === null || !isRight) {
      tell(visit, "sign-in.failed", { accountId, token: null });
      return refuse(said("signIn.failed"), 422);
    }
    return await welcome(args, visit, accountId, again);
  } catch (error) {
    if (error instanceof TooMany) {
      const headers = { "Retry-After": String(error.seconds) };
      return refuse(said("account.tooMany", { minutes: Math.ceil(error.seconds / 60) }), 429, headers);
    }
    if (isDiskFull(error)) return refuse(said("signIn.diskFull"), 507);
    if (isBusy(error)) return refuse(said("signIn.busy"), 503, { "Retry-After": "5" });
    throw error;
  }
}

/**
 * Headers of a new sign-in: its cookie and the language of the account. A sign-in that the browser carried before ends.
 */
export async function signInHeaders(visit: Visit, request: Request, accountId: string): Promise<Headers> {
  return (await startSignIn(visit, request, accountId)).headers;
}

async function startSignIn(
  visit: Visit,
  request: Request,
  accountId: string,
): Promise<{ headers: Headers; token: string }> {
  const { context } = visit;
  if (visit.token) await endSignIn(context, visit.token);
  const headers = new Headers();
  const { cookie, token } = await beginSignIn(context, accountId);
  tell(visit, "sign-in.began", { accountId, token });
  context.notes.add((db) => noteFirstSignIn(db, accountId, visit.now));
  headers.append("Set-Cookie", cookie);
  const account = await visit.db
    .selectFrom("account")
    .select(["locale", "address"])
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow();
  headers.append("Set-Cookie", knownBrowserCookie(context, request, account.address));
  if (isInterfaceLocale(account.locale)) {
    headers.append("Set-Cookie", localeCookie(account.locale, context.config.https));
  }
  return { headers, token };
}

async function welcome(
  args: ActionFunctionArgs,
  visit: Visit,
  accountId: string,
  form: { redirectTo: string; kept: string },
) {
  const { headers, token } = await startSignIn(visit, args.request, accountId);
  const next = safeRedirect(form.redirectTo, paths.home());
  if (!form.kept) return redirect(next, { status: 303, headers });
  const kept = openKeptForm(visit.context, form.kept, visit.now);
  if (!kept) return leadTo(visit, withFlash(paths.home(), "signIn.keptLost"), { headers });
  if (kept.accountId !== accountId) {
    return leadTo(visit, withFlash(paths.home(), "signIn.keptOther"), { headers });
  }
  continueAs(args, { accountId, token });
  return data<Unsaved>({ unsaved: { path: kept.path, fields: kept.fields } }, { headers });
}

/** A form came in without a sign-in: the page answers 401 and carries the form, sealed, through the signing in. */
async function keepLateForm(visit: Visit, request: Request, late: string, { values, owner }: SentForm) {
  const path = safeRedirect(late, paths.home());
  // Signing out takes the cookie away, also from a form that is open in another window.
  const accountId = (await readEndedSignIn(visit.context, request)) ?? readFormOwner(visit.context, owner, visit.now);
  const kept = keepForm(visit.context, { path, values, accountId }, visit.now);
  const again = { address: "", redirectTo: path, kept: kept ?? "" };
  const answer: SignInForm = { values: again, errors: {}, formErrors: [], ended: kept ? "kept" : "not-kept" };
  return data(answer, { status: 401 });
}

function refuse(answer: SignInForm, status: 422 | 429 | 503 | 507, headers?: HeadersInit) {
  return data(answer, { status, headers });
}

async function readSent(request: Request): Promise<SentForm> {
  try {
    return await readForm(request);
  } catch (error) {
    if (error instanceof UnreadableForm) throw new Response(error.message, { status: error.status });
    throw error;
  }
}

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
