/** Reminders that a person may want of a session: a day and an hour before it begins, and two hours after its end. */
export const reminderKinds = ["day", "hour", "after"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** Which reminders a person wants. */
export interface MailChoice {
  reminders: readonly ReminderKind[];
}

/** What everybody gets who has chosen nothing. */
export const usualMails: MailChoice = { reminders: reminderKinds };
