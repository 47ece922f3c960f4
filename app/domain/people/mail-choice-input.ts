import { z } from "zod";
import { severalOf } from "#app/domain/forms/choice-fields.ts";
import { reminderKinds } from "#app/domain/mail/mail-choice.ts";

/** The form by which a person chooses mails. */
export const mailChoiceInput = z.object({ reminders: severalOf(reminderKinds) });
export type MailChoiceInput = z.output<typeof mailChoiceInput>;
