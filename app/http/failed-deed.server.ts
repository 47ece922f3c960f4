import { data } from "@remix-run/node";
import { Conflict, Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { httpError } from "#app/http/domain-errors.server.ts";
import { type FormAnswer, type FormValues, fieldsOf, refusal, UnreadableForm } from "#app/http/form.server.ts";
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
}

/** Seconds after which it is worth trying again while another process writes. */
const TRY_AGAIN_AFTER = 5;

/**
 * The answer to a form that was not saved, whatever the reason: the form with what was typed. Where there is no page to
 * show it on, it goes along with the error, and the page of the error shows it.
 * @throws the error, as HTTP
 */
export function answerFailure(failure: Failure): ReturnType<typeof data<FormAnswer>> {
  const { error, values, visit, context } = failure;
  if (error instanceof UnreadableForm) throw new Response(error.message, { status: error.status });
  if (!visit) throw withUnsaved(500, logged(failure));
  const formWith = (key: MessageKey, params?: MessageParams) =>
    refusal(values, [{ field: null, message: { key, params } }], visit.text);
  if (error instanceof Refused) return data(refusal(values, error.faults, visit.text), { status: 422 });
  if (error instanceof Conflict) {
    return data({ ...formWith("errors.conflict"), current: error.current }, { status: 409 });
  }
  if (error instanceof AttemptReused) return data(formWith("errors.attemptReused"), { status: 409 });
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

/** Writes down what went wrong, under the number that the reader is told. */
function logged(failure: Failure): Failure {
  const { error, context } = failure;
  context.log.error({ err: error, requestId: context.requestId }, "unexpected");
  return failure;
}

/** An error that carries what was typed to its page; a form that held nothing needs no such thing. */
function withUnsaved(status: number, { values, request }: Failure) {
  const fields = fieldsOf(values);
  if (fields.length === 0) return new Response(null, { status });
  const { pathname, search } = new URL(request.url);
  return data<UnsavedData>({ unsaved: { path: pathname.replace(/\.data$/, "") + search, fields } }, { status });
}
