import { z } from "zod";
import { seal, unseal } from "#app/config/seal.server.ts";
import type { LoadContext } from "#app/http/context.server.ts";
import { type FormValues, fieldsOf } from "#app/http/form.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { safeRedirect } from "#app/paths.ts";

/** A form that arrived after its sign-in had ended: kept until the same person has signed in again. */
const keptForm = z.object({
  /** Where it was sent to, on this site. */
  path: z.string(),
  fields: z.array(z.tuple([z.string(), z.string()])),
  /** Whose sign-in had ended: nobody else gets the form back. */
  accountId: z.string(),
});
export type KeptForm = z.infer<typeof keptForm>;

/** Minutes in which a kept form can be sent again. */
const KEPT_MINUTES = 30;

/** Longest seal, in characters: it has to fit into the next form beside address and password. */
const MAX_SEAL = 900_000;

/** Names of fields that hold secrets: never sent back, never kept, never hashed into an idempotency key. */
export const secretField = /password/i;

/**
 * Seals a form into a hidden field of the sign-in page; nothing of it is stored on the server. Null when there is
 * nothing to keep: forms with passwords, forms without fields, ones that are too long, and ones of which it is not
 * known whose they are: whoever signs in next at this computer would get them.
 */
export function keepForm(
  context: LoadContext,
  { accountId, ...form }: { path: string; values: FormValues; accountId: string | null },
  now: Date,
): string | null {
  const fields = fieldsOf(form.values);
  const path = safeRedirect(form.path, "");
  if (!accountId || !path || fields.length === 0 || fields.some(([name]) => secretField.test(name))) return null;
  const kept: KeptForm = { path, fields, accountId };
  const sealed = seal(context.config.secret, "kept-form", kept, new Date(now.getTime() + KEPT_MINUTES * 60_000));
  return sealed.length <= MAX_SEAL ? sealed : null;
}

const DAY = 86_400_000;

/**
 * Whose form it is, sealed into the form itself: it is kept for them also after the sign-in was ended elsewhere, when
 * the browser carries nothing more that would tell.
 */
export function formOwner(context: LoadContext, accountId: string, now: Date): string {
  // Longer than any sign-in lasts; a whole day, so that every page of it is as long as any other.
  const until = new Date((Math.floor(now.getTime() / DAY) + 2) * DAY);
  return seal(context.config.secret, "form-owner", accountId, until);
}

/** The account that a form names as its owner, or null. */
export function readFormOwner(context: LoadContext, sealed: string | null, now: Date): string | null {
  const accountId = sealed && unseal(context.config.secret, "form-owner", sealed, now);
  return typeof accountId === "string" ? accountId : null;
}

/** A form of one account was sent while another one is signed in, as from an old tab of a shared computer. */
export class OtherAccount extends Error {
  constructor() {
    super("The form of another account");
  }
}

/**
 * Lets a form pass that is of the account that is signed in, or does not say whose it is.
 * @throws OtherAccount
 */
export function refuseOfAnother({ context, account }: Visit, sealed: string | null): void {
  // However old: a tab may stay open for days, and whose form it is does not change.
  const owner = readFormOwner(context, sealed, new Date(0));
  if (account && owner && owner !== account.id) throw new OtherAccount();
}

/** The kept form behind a seal, or null when the seal is not ours or too old. */
export function openKeptForm(context: LoadContext, sealed: string, now: Date): KeptForm | null {
  return keptForm.safeParse(unseal(context.config.secret, "kept-form", sealed, now)).data ?? null;
}
