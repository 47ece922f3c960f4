import { type ActionFunctionArgs, data, redirect } from "@remix-run/node";
import type { ZodType } from "zod";
import { Conflict, Forbidden, Refused } from "#app/domain/errors.ts";
import { httpError } from "#app/http/domain-errors.server.ts";
import {
  checkShape,
  type FormAnswer,
  type FormValues,
  readForm,
  refusal,
  UnreadableForm,
} from "#app/http/form.server.ts";
import { secretField } from "#app/http/kept-form.server.ts";
import { TooMany } from "#app/http/too-many.server.ts";
import { readSignedInVisit, readVisit, type SignedInVisit, type Visit } from "#app/http/visit.server.ts";
import type { MessageKey, MessageParams } from "#app/i18n/message.ts";
import { isDiskFull } from "#db/engine.ts";
import { AttemptReused, attemptOn, type Store } from "#db/store.ts";

interface Spec<V extends Visit, I, R, A> {
  /** Asked before the form is looked at, where the page itself is hidden from most; throws a domain error. */
  may?: (visit: V) => void;
  /** Shape of the form. */
  input: ZodType<I>;
  /** The deed. `store` carries the idempotency key of the attempt. */
  act: (visit: V, input: I, store: Store, args: ActionFunctionArgs) => Promise<R>;
  /** Where to go when it is done, or the response, or data for the page that is shown then. */
  then: (result: R, visit: V, input: I, args: ActionFunctionArgs) => Next<A> | Promise<Next<A>>;
}

type Next<A> = string | Response | A;

type Answered = Response | ReturnType<typeof data<FormAnswer>>;

/** Action of a signed-in page: reads the form, does the deed, redirects; a refusal keeps everything typed. */
export function deed<I, R, A = never>(
  spec: Spec<SignedInVisit, I, R, A>,
): (args: ActionFunctionArgs) => Promise<Answered | A> {
  return async (args) => answer(spec, await readSignedInVisit(args), args);
}

/** Action of a page that anybody may open: signing in, resetting a password, accepting an invitation. */
export function publicDeed<I, R, A = never>(
  spec: Spec<Visit, I, R, A>,
): (args: ActionFunctionArgs) => Promise<Answered | A> {
  return async (args) => answer(spec, await readVisit(args), args);
}

async function answer<V extends Visit, I, R, A>(
  spec: Spec<V, I, R, A>,
  visit: V,
  args: ActionFunctionArgs,
): Promise<Answered | A> {
  let values: FormValues = {};
  try {
    spec.may?.(visit);
    const form = await readForm(args.request);
    const isSecret = Object.keys(form.values).some((name) => secretField.test(name));
    // What was typed goes back to the page, but for passwords.
    values = Object.fromEntries(Object.entries(form.values).filter(([name]) => !secretField.test(name)));
    const shape = checkShape(spec.input, form.values, visit.text);
    if ("answer" in shape) return data({ ...shape.answer, values }, { status: 422 });
    const route = new URL(args.request.url).pathname.replace(/\.data$/, "");
    const actorId = visit.account?.id ?? "anonymous";
    // A stored hash of a body that holds a password would be a fast hash of the password.
    const named = form.key && !isSecret && /^[\w-]{8,80}$/.test(form.key) ? form.key : null;
    const store = named ? attemptOn(visit.store, { key: named, actorId, route, bodyHash: form.bodyHash }) : visit.store;
    const result = await spec.act(visit, shape.input, store, args);
    visit.context.wakeOutbox();
    const next = await spec.then(result, visit, shape.input, args);
    return typeof next === "string" ? redirect(next, 303) : next;
  } catch (error) {
    if (error instanceof Response) throw error;
    return refused(error, values, visit);
  }
}

/** Refusals come back as the form with what was typed; everything else goes to the error page. */
function refused(error: unknown, values: FormValues, visit: Visit): Answered {
  const formWith = (key: MessageKey, params?: MessageParams) =>
    refusal(values, [{ field: null, message: { key, params } }], visit.text);
  if (error instanceof Refused) return data(refusal(values, error.faults, visit.text), { status: 422 });
  if (error instanceof Conflict) {
    return data({ ...formWith("errors.conflict"), current: error.current }, { status: 409 });
  }
  if (error instanceof AttemptReused) {
    return data(formWith("errors.attemptReused"), { status: 409 });
  }
  if (error instanceof Forbidden) {
    return data(formWith("errors.forbidden"), { status: 403 });
  }
  if (error instanceof TooMany) {
    const headers = { "Retry-After": String(error.seconds) };
    return data(formWith("account.tooMany", { minutes: Math.ceil(error.seconds / 60) }), { status: 429, headers });
  }
  if (error instanceof UnreadableForm) throw new Response(error.message, { status: error.status });
  if (isDiskFull(error)) {
    visit.context.log.error({ requestId: visit.context.requestId }, "disk full");
    return data(formWith("errors.diskFull"), { status: 507 });
  }
  throw httpError(error);
}
