import type { Actor } from "#app/domain/access/actor.ts";
import { findEditForm } from "#app/domain/knowledge/edit-form.server.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { findHistory } from "#app/domain/knowledge/find-history.server.ts";
import { findSharing, findSharingRequest } from "#app/domain/knowledge/find-sharing.server.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { contributionView } from "#app/views/contributions/contribution-view.ts";
import { editFormView } from "#app/views/contributions/form-view.ts";
import { historyView } from "#app/views/contributions/history-view.ts";
import { askedView, sharingView } from "#app/views/contributions/sharing-view.ts";
import type { Db } from "#db/store.ts";

/** Somebody who reads in English in Sarajevo. */
export const english = { locale: "en", formats: createFormats("en", "Europe/Sarajevo") } as const;

/** A contribution as its page shows it to an actor. */
export async function readContribution(db: Db, actor: Actor, number: string, language: string | null = null) {
  return contributionView(await findContribution(db, actor, number), english, language);
}

/** The history of a contribution as its page shows it to an actor. */
export async function readHistory(db: Db, actor: Actor, number: string) {
  return historyView(await findHistory(db, actor, number), english);
}

/** The form of a contribution as its page shows it to an actor. */
export async function readEditForm(db: Db, actor: Actor, number: string) {
  return editFormView(await findEditForm(db, actor, number), english);
}

/** The page of the sharing level as it is shown to an actor. */
export async function readSharing(db: Db, actor: Actor, number: string, at = new Date()) {
  return sharingView(await findSharing(db, actor, number, at), english);
}

/** The page of a sharing request as it is shown to an actor. */
export async function readSharingRequest(db: Db, actor: Actor, requestId: string, at = new Date()) {
  return askedView(await findSharingRequest(db, actor, requestId, at), english);
}
