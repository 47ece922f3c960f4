import { data } from "@remix-run/node";
import { Conflict, Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { mergeForms } from "#app/domain/forms/merge-forms.ts";
import { findLastChange } from "#app/domain/history/find-last-change.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { httpError } from "#app/http/domain-errors.server.ts";
import { type FormAnswer, type FormValues, fieldsOf, refusal, UnreadableForm } from "#app/http/form.server.ts";
import { OtherAccount } from "#app/http/kept-form.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import type { UnsavedData } from "#app/http/unsaved.ts";
import type { Visit } from "#app/http/visit.server.ts";
import type { MessageKey, MessageParams } from "#app/i18n/message.ts";
import { isBusy, isDiskFull } from "#db/engine.ts";
import { AttemptReused } from "#db/store.ts";

/** What became of a form that was not saved. */
export interface Failure {
  error: unknown;
  /** What was typed, but for passwords. */
  values: FormValues;
  request: Request;
  context: LoadContext;
  /** Null where not even the reader could be found out. */
  visit: Visit | null;
  /** Where that stands which this form made before, with another text. */
  made: string | null;
}

/** Seconds after which it is worth trying again while another process writes. */
const TRY_AGAIN_AFTER = 5;

/**
 * The answer to a form that was not saved, whatever the reason: the form with what was typed. Where there is no page to
 * show it on, it goes along with the error, and the page of the error shows it.
 * @throws the error, as HTTP
 */
export async function answerFailure(failure: Failure): Promise<ReturnType<typeof data<FormAnswer>>> {
  const { error, values, visit, context } = failure;
  if (error instanceof UnreadableForm) throw new Response(error.message, { status: error.status });
  if (!visit) throw withUnsaved(500, logged(failure));
  const formWith = (key: MessageKey, params?: MessageParams) =>
    refusal(values, [{ field: null, message: { key, params } }], visit.text);
  if (error instanceof Refused) return data(refusal(values, error.faults, visit.text), { status: 422 });
  if (error instanceof Conflict) {
    const { current } = error;
    const { values: merged, both, taken } = mergeForms(values, current);
    const isTaken = both.length === 0 && taken.length > 0;
    const ownSave = await findOwnSave(error, visit);
    const answer = ownSave
      ? formWith(isTaken ? "errors.conflictOwnTaken" : "errors.conflictOwn", { time: ownSave })
      : formWith(isTaken ? "errors.conflictTaken" : "errors.conflict");
    return data({ ...answer, values: merged, current, both, taken, ownSave }, { status: 409 });
  }
  if (error instanceof AttemptReused) {
    // What the form began was made by the first sending: sent again, it begins another.
    const again = values.draft === undefined ? values : { ...values, draft: newId() };
    const madeBefore = failure.made === null ? undefined : { href: failure.made, key: `${newId()}-again` };
    const answer = formWith(madeBefore ? "errors.attemptMade" : "errors.attemptReused");
    return data({ ...answer, values: again, madeBefore }, { status: 409 });
  }
  if (error instanceof OtherAccount) {
    const answer = { ...formWith("errors.otherAccount"), otherAccount: true };
    // A form that is shown again would be theirs who are signed in now: sent once more, it would be taken.
    if (values.intent === "autosave") return data(answer, { status: 409 });
    throw withUnsaved(409, failure);
  }
  if (error instanceof Forbidden) return data(formWith("errors.forbidden"), { status: 403 });
  if (error instanceof NotFound) throw withUnsaved(404, failure);
  if (error instanceof TooMany) {
    const headers = { "Retry-After": String(error.seconds) };
    return data(formWith("account.tooMany", { minutes: Math.ceil(error.seconds / 60) }), { status: 429, headers });
  }
  if (isBusy(error)) {
    context.log.warn({ requestId: context.requestId }, "another process writes for too long");
    return data(formWith("errors.busy"), { status: 503, headers: { "Retry-After": String(TRY_AGAIN_AFTER) } });
  }
  if (isDiskFull(error)) {
    context.log.error({ requestId: context.requestId }, "disk full");
    return data(formWith("errors.diskFull"), { status: 507 });
  }
  const known = httpError(error);
  if (known instanceof Response) throw withUnsaved(known.status, failure);
  logged(failure);
  return data(formWith("errors.notSaved", { id: context.requestId }), { status: 500 });
}

/**
 * For a form that was on its way elsewhere and has no page there.
 * @throws the error, as HTTP, with what was typed and where it belongs
 */
export function throwUnsaved(failure: Pick<Failure, "error" | "values" | "context"> & { path: string }): never {
  const { error, values, path } = failure;
  const known =
    error instanceof Conflict || error instanceof Refused || error instanceof OtherAccount ? httpError(error) : null;
  if (!(known instanceof Response)) logged(failure);
  throw unsavedAt(path, known instanceof Response ? known.status : 500, values, error);
}

/** When the visitor saved the same last, in another window; undefined where it was somebody else, or nobody knows. */
async function findOwnSave({ changedIds }: Conflict, { db, account, formats }: Visit): Promise<string | undefined> {
  const last = await findLastChange(db, changedIds);
  return last && account?.id === last.actorId ? formats.dateTime(last.at) : undefined;
}

/** Writes down what went wrong, under the number that the reader is told. */
function logged<F extends Pick<Failure, "error" | "context">>(failure: F): F {
  const { error, context } = failure;
  context.log.error({ err: error, requestId: context.requestId }, "unexpected");
  return failure;
}

/** An error that carries what was typed to its page. */
function withUnsaved(status: number, { values, request, error }: Failure) {
  const { pathname, search } = new URL(request.url);
  return unsavedAt(pathname.replace(/\.data$/, "") + search, status, values, error);
}

/** A form that held nothing needs no such thing. */
function unsavedAt(path: string, status: number, values: FormValues, error: unknown) {
  const fields = fieldsOf(values);
  if (fields.length === 0) return new Response(null, { status });
  return data<UnsavedData>({ unsaved: { path, fields, ofAnother: error instanceof OtherAccount } }, { status });
}
