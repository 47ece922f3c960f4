import { type ActionFunctionArgs, data } from "@remix-run/node";
import type { ZodType } from "zod";
import { Conflict, Refused } from "#app/domain/errors.ts";
import { agreeing } from "#app/domain/forms/merge-forms.ts";
import { dropPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { changeInTurn, countChange } from "#app/http/changes.server.ts";
import { httpError } from "#app/http/domain-errors.server.ts";
import { answerFailure } from "#app/http/failed-deed.server.ts";
import { checkShape, type FormAnswer, readForm, type SentForm } from "#app/http/form.server.ts";
import { refuseOfAnother, secretField } from "#app/http/kept-form.server.ts";
import { leadTo } from "#app/http/lead-to.server.ts";
import { readSignedInVisit, readVisit, type SignedInVisit, type Visit } from "#app/http/visit.server.ts";
import { AttemptReused, attemptBefore, attemptOn, type Store } from "#db/store.ts";

interface Spec<V extends Visit, I, R, A> {
  /** Asked before the form is looked at, where the page itself is hidden from most; throws a domain error. */
  may?: (visit: V) => void;
  /** Shape of the form. */
  input: ZodType<I>;
  /** The deed. `store` carries the idempotency key of the attempt, `sent` all that was typed. */
  act: (visit: V, input: I, store: Store, args: ActionFunctionArgs, sent: SentForm) => Promise<R>;
  /** Where to go when it is done, or the response, or data for the page that is shown then. */
  then: (result: R, visit: V, input: I, args: ActionFunctionArgs) => Next<A> | Promise<Next<A>>;
  /** Where that stands which this form made, for who sends it once more with another text. */
  made?: (result: R, visit: V, input: I, args: ActionFunctionArgs) => string;
  /** There is no page to say on what went wrong: what is no refusal goes to the page of the error. */
  pageless?: true;
  /** It only keeps what was typed: nothing is sent yet. */
  isUnsent?: true;
}

type Next<A> = string | Response | A;

type Answered = Response | ReturnType<typeof data<FormAnswer>>;

/**
 * Action of a signed-in page: reads the form, does the deed, redirects. Whatever goes wrong, everything typed comes
 * back.
 */
export function deed<I, R, A = never>(
  spec: Spec<SignedInVisit, I, R, A>,
): (args: ActionFunctionArgs) => Promise<Answered | A> {
  return (args) => answer(spec, readSignedInVisit, args);
}

/** Action of a page that anybody may open: signing in, resetting a password, accepting an invitation. */
export function publicDeed<I, R, A = never>(
  spec: Spec<Visit, I, R, A>,
): (args: ActionFunctionArgs) => Promise<Answered | A> {
  return (args) => answer(spec, readVisit, args);
}

async function answer<V extends Visit, I, R, A>(
  spec: Spec<V, I, R, A>,
  establish: (args: ActionFunctionArgs) => Promise<V>,
  args: ActionFunctionArgs,
): Promise<Answered | A> {
  const { request, context } = args;
  // Read first, so that nothing typed is lost if not even the reader can be found out.
  const sent = await readSent(request);
  // What was typed goes back to the page, but for passwords.
  const all = "form" in sent ? sent.form.values : {};
  const values = Object.fromEntries(Object.entries(all).filter(([name]) => !secretField.test(name)));
  let visit: V | null = null;
  let findMade: (() => Promise<string | null>) | null = null;
  try {
    const reader = await establish(args);
    visit = reader;
    await countChange(reader);
    if ("form" in sent) refuseOfAnother(reader, sent.form.owner);
    spec.may?.(reader);
    if ("error" in sent) throw sent.error;
    const shape = checkShape(spec.input, all, reader.text);
    if ("answer" in shape) return data({ ...shape.answer, values }, { status: 422 });
    const store = storeFor(reader, sent.form, request);
    const form = { ...sent.form, values };
    findMade = async () => {
      const before = await spec.act(reader, shape.input, attemptBefore(store), args, form);
      return spec.made?.(before, reader, shape.input, args) ?? null;
    };
    const act = (input: I) => changeInTurn(reader, () => spec.act(reader, input, store, args, form));
    const result = await act(shape.input).catch((error: unknown) => {
      const again = error instanceof Conflict ? agreeing(all, error.current) : null;
      const other = again && checkShape(spec.input, again, reader.text);
      if (!other || "answer" in other) throw error;
      return act(other.input);
    });
    if (!spec.isUnsent) await forgetPending(reader, form);
    context.wakeOutbox();
    const next = await spec.then(result, reader, shape.input, args);
    return typeof next === "string" ? leadTo(reader, next) : next;
  } catch (error) {
    if (isAnswer(error)) throw error;
    if (spec.pageless && !(error instanceof Refused)) throw httpError(error);
    const isOwn = error instanceof AttemptReused && error.isOwn;
    const made = isOwn && spec.made ? ((await findMade?.().catch(() => null)) ?? null) : null;
    return answerFailure({ error, values, request, context, visit, made });
  }
}

/** Whether what was thrown is what is to be answered: a response, or data that goes along with a status. */
function isAnswer(error: unknown): boolean {
  if (error instanceof Response) return true;
  return typeof error === "object" && error !== null && "type" in error && error.type === data(null).type;
}

async function readSent(request: Request): Promise<{ form: SentForm } | { error: unknown }> {
  try {
    return { form: await readForm(request) };
  } catch (error) {
    return { error };
  }
}

/** What was sent is pending no more. Where that cannot be written, it is told once more: the deed itself is done. */
async function forgetPending({ account, store, context }: Visit, { at, knows }: SentForm): Promise<void> {
  if (!account || !at || knows.revision === 0) return;
  try {
    await dropPendingEdit(store, account.id, { address: at, knows });
  } catch (error) {
    context.log.warn({ err: error, requestId: context.requestId }, "a pending edit stays");
  }
}

/** The store for this attempt, where the form names one. */
function storeFor(visit: Visit, { key, values, bodyHash }: SentForm, request: Request): Store {
  // A stored hash of a body that holds a password would be a fast hash of the password.
  const isSecret = Object.keys(values).some((name) => secretField.test(name));
  if (!key || isSecret || !/^[\w-]{8,80}$/.test(key)) return visit.store;
  const route = new URL(request.url).pathname.replace(/\.data$/, "");
  return attemptOn(visit.store, { key, actorId: visit.account?.id ?? "anonymous", route, bodyHash });
}
