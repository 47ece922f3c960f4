import { z } from "zod";
import { id, oneOf, tick } from "#app/domain/forms/choice-fields.ts";
import { address, optionalLine, password, requiredText } from "#app/domain/forms/text-fields.ts";
import { localeField } from "#app/domain/people/profile.server.ts";

// The forms of an account. Signing in has none: it refuses everything alike.

export const forgottenForm = z.object({ address: address() });

export const newPasswordForm = z.object({ newPassword: password() });

export const passwordChangeForm = z.object({ currentPassword: password(), newPassword: password() });

/** Whether somebody administers the installation. */
export const administratorInput = z.object({ administers: tick() });

/** Why an administrator helps somebody to a new password; its owner and the other administrators read it. */
export const helpInput = z.object({ reason: requiredText(500) });

/** The password once more, and where one was going. */
export const passwordConfirmForm = z.object({ password: password(), redirectTo: optionalLine(4000) });

/** Which of one's working groups is open. */
export const groupChoiceForm = z.object({ group: id() });

// From the menus in the head of every page; `back` is the page they were used on.

const back = optionalLine(4000);

export const languageForm = z.object({ language: localeField, back });

export const themes = ["light", "dark", "system"] as const;

export const themeForm = z.object({ theme: oneOf(themes), back });
