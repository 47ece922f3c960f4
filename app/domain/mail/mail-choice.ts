/** Reminders that a person may want of a session: a day and an hour before it begins, and two hours after its end. */
export const reminderKinds = ["day", "hour", "after"] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** How news reach a person: each at once, all of a day in one mail, or not at all. */
export const newsWays = ["at-once", "daily", "never"] as const;
export type NewsWay = (typeof newsWays)[number];

/** Which reminders a person wants, and how news reach them. */
export interface MailChoice {
  reminders: readonly ReminderKind[];
  news: NewsWay;
}

/** What everybody gets who has chosen nothing. */
export const usualMails: MailChoice = { reminders: reminderKinds, news: "at-once" };
