import type { SendableMail } from "#app/domain/mail/sendable-mail.ts";
import { accountMails } from "#app/views/mails/account-mails.server.ts";
import { digestOf } from "#app/views/mails/digest-mail.server.ts";
import { membershipMails } from "#app/views/mails/membership-mails.server.ts";
import { minutesMails } from "#app/views/mails/minutes-mails.server.ts";
import { planningMails } from "#app/views/mails/planning-mails.server.ts";
import { reminderMails } from "#app/views/mails/reminder-mails.server.ts";
import { reviewMails } from "#app/views/mails/review-mails.server.ts";
import { sessionMails } from "#app/views/mails/session-mails.server.ts";
import { sharingMails } from "#app/views/mails/sharing-mails.server.ts";

const single: readonly SendableMail[] = [
  ...sessionMails,
  ...reminderMails,
  ...sharingMails,
  ...reviewMails,
  ...minutesMails,
  ...accountMails,
  ...membershipMails,
  ...planningMails,
];

/** Every mail that the product sends; given to the outbox at start. */
export const mails: readonly SendableMail[] = [...single, digestOf(single)];
