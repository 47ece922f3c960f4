import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import { checkPassword } from "#app/domain/people/check-password.server.ts";
import { withFlash } from "#app/http/flash.ts";
import { type FormAnswer, readForm, type SentForm, UnreadableForm } from "#app/http/form.server.ts";
import { keepForm, openKeptForm, readFormOwner } from "#app/http/kept-form.server.ts";
import { localeCookie } from "#app/http/locale.server.ts";
import { beginSignIn, endSignIn, readEndedSignIn } from "#app/http/sign-in.server.ts";
import { guardSignIn } from "#app/http/sign-in-limits.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { continueAs, readVisit, type Visit } from "#app/http/visit.server.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { paths, safeRedirect } from "#app/paths.ts";

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
  const address = text(values.address).trim().toLowerCase().slice(0, 254);
  const password = text(values.password);
  const again = { address, redirectTo: text(values.redirectTo), kept: text(values.kept) };
  const t = visit.text;
  const errors: Record<string, string> = {};
  if (!address) errors.address = t("signIn.addressNeeded");
  if (!password) errors.password = t("signIn.passwordNeeded");
  if (Object.keys(errors).length > 0) return refuse({ values: again, errors, formErrors: [] }, 422);
  try {
    await guardSignIn(visit.context, address);
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const said = t("account.tooMany", { minutes: Math.ceil(error.seconds / 60) });
    const headers = { "Retry-After": String(error.seconds) };
    return refuse({ values: again, errors: {}, formErrors: [said] }, 429, headers);
  }
  const found = await checkPassword(visit.db, address, password.slice(0, 1000));
  if (!found) return refuse({ values: again, errors: {}, formErrors: [t("signIn.failed")] }, 422);
  return welcome(args, visit, found.accountId, again);
}

/**
 * Headers of a new sign-in: its cookie and the language of the account. A sign-in that the browser carried before ends.
 */
export async function signInHeaders(visit: Visit, accountId: string): Promise<Headers> {
  return (await startSignIn(visit, accountId)).headers;
}

async function startSignIn(visit: Visit, accountId: string): Promise<{ headers: Headers; token: string }> {
  const { context } = visit;
  if (visit.token) await endSignIn(context, visit.token);
  const headers = new Headers();
  const { cookie, token } = await beginSignIn(context, accountId);
  headers.append("Set-Cookie", cookie);
  const account = await visit.db.selectFrom("account").select("locale").where("id", "=", accountId).executeTakeFirst();
  if (isInterfaceLocale(account?.locale)) {
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
  const { headers, token } = await startSignIn(visit, accountId);
  const next = safeRedirect(form.redirectTo, paths.home());
  if (!form.kept) return redirect(next, { status: 303, headers });
  const kept = openKeptForm(visit.context, form.kept, visit.now);
  if (!kept) return redirect(withFlash(paths.home(), "signIn.keptLost"), { status: 303, headers });
  if (kept.accountId !== accountId) {
    return redirect(withFlash(paths.home(), "signIn.keptOther"), { status: 303, headers });
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

function refuse(answer: SignInForm, status: 422 | 429, headers?: HeadersInit) {
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
