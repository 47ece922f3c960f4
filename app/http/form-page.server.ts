import type { LoaderFunctionArgs } from "@remix-run/node";
import { copyKey } from "#app/config/seal.server.ts";
import { findPendingEdit } from "#app/domain/forms/pending-edits.server.ts";
import { backTo } from "#app/http/back-to.server.ts";
import type { FormValues } from "#app/http/form.server.ts";
import { withoutOpening } from "#app/http/opening-address.ts";
import { page } from "#app/http/page.server.ts";
import type { SignedInVisit } from "#app/http/visit.server.ts";

/** What is pending on a page with a form. */
export interface Typed {
  /** Address of the page. */
  at: string;
  /** 0 while nothing is pending. */
  revision: number;
  /** What the browser may keep of the form is encrypted with this. */
  copyKey: string;
  /** What was typed here before and not sent, with when. */
  pending: { values: FormValues; time: string } | null;
}

type Loaded<T> = T & { typed: Typed };

/** Loader of a page with a form that people type into: what they typed and did not send comes back. */
export function formPage<T extends object>(
  load: (visit: SignedInVisit, args: LoaderFunctionArgs) => Promise<T>,
): (args: LoaderFunctionArgs) => Promise<Loaded<T>> {
  return page(async (visit, args) => {
    // First whether they may see the page at all.
    const loaded = await load(visit, args);
    const at = addressOf(args.request);
    const found = await findPendingEdit(visit.db, visit.account.id, at);
    const pending = found && { values: found.values, time: visit.formats.dateTime(found.updatedAt) };
    return { ...loaded, typed: { at, revision: found?.revision ?? 0, copyKey: copyKeyFor(visit), pending } };
  });
}

/** What the browser of a signed-in reader encrypts with what it keeps of texts that are not saved yet. */
export function copyKeyFor({ context, account }: SignedInVisit): string {
  return copyKey(context.config.secret, account.id);
}

/** Of the page itself, without what a script asks for besides, and what the page was led to with. */
function addressOf(request: Request): string {
  const { pathname, searchParams } = withoutOpening(new URL(request.url));
  searchParams.delete("_routes");
  const search = searchParams.toString();
  return backTo(`${pathname.replace(/\.data$/, "")}${search ? `?${search}` : ""}`);
}
