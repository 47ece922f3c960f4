import { z } from "zod";
import { oneOf, severalOf } from "#app/domain/forms/choice-fields.ts";
import { newsWays, reminderKinds } from "#app/domain/mail/mail-choice.ts";

/** The form by which a person chooses mails. */
export const mailChoiceInput = z.object({ reminders: severalOf(reminderKinds), news: oneOf(newsWays) });
export type MailChoiceInput = z.output<typeof mailChoiceInput>;
