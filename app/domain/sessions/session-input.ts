import { z } from "zod";
import { attributions } from "#app/domain/codes.ts";
import { message } from "#app/domain/forms/message.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";

/** Shortest and longest session, in minutes. */
export const sessionMinutes = { least: 5, most: 720 } as const;

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(max, message("common.tooLong", { max })));
const emptyIsNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());
const ids = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.string().max(40)).max(300),
);

export const dateField = z.string(message("common.required")).regex(/^\d{4}-\d{2}-\d{2}$/, message("sessions.badDate"));
export const choiceField = emptyIsNull(z.enum(["earlier", "later"], message("common.chooseOne")));
export const confirmField = z.preprocess((value) => value === "on", z.boolean());

const common = {
  date: dateField,
  time: z.string(message("common.required")).regex(/^\d{2}:\d{2}$/, message("sessions.badTime")),
  choice: choiceField,
  minutes: z
    .string(message("common.required"))
    .regex(/^\d{1,3}$/, message("sessions.badMinutes"))
    .transform(Number)
    .pipe(
      z
        .number()
        .min(sessionMinutes.least, message("sessions.badMinutes"))
        .max(sessionMinutes.most, message("sessions.badMinutes")),
    ),
  language: z.enum(languageCodes, message("common.chooseOne")),
  joinLink: emptyIsNull(line(1000)),
  attribution: z.enum(attributions, message("common.chooseOne")),
  consultantIds: ids,
  interpreterId: emptyIsNull(z.string().max(40)),
  confirmConflicts: confirmField,
};

/** The form that schedules a session. An unticked list of delegates is "nobody" only if the form showed one. */
export const scheduleForm = z
  .object({
    ...common,
    beneficiaryId: emptyIsNull(z.string().max(40)),
    templateId: emptyIsNull(z.string().max(40)),
    delegatesShown: z.string().optional(),
    delegateIds: ids,
  })
  .transform(({ delegatesShown, delegateIds, ...rest }) => ({
    ...rest,
    delegateIds: delegatesShown === undefined ? undefined : delegateIds,
  }));

/** The form that changes one; `revision` is the one it was filled in from. */
export const changeForm = z.object({
  ...common,
  delegateIds: ids,
  revision: z.coerce.number(message("errors.badValue")).int(),
});

export const cancellationForm = z.object({
  reason: z
    .string(message("common.required"))
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(1, message("common.required"))
        .max(500, message("common.tooLong", { max: 500 })),
    ),
});

/** What both deeds take. */
export interface SessionFields {
  date: string;
  time: string;
  choice?: "earlier" | "later" | null;
  minutes: number;
  language: LanguageCode;
  joinLink?: string | null;
  attribution: (typeof attributions)[number];
  /** At least one. */
  consultantIds: readonly string[];
  interpreterId?: string | null;
  /** The warning about people in two places was seen. */
  confirmConflicts?: boolean;
}
