import { z } from "zod";
import { language, readContent } from "#tests/content/content-files.ts";

const address = z.string().regex(/^[a-z0-9.]+@demo\.example$/);
const beneficiary = z.enum(["al", "ba", "xk", "me", "mk", "rs"]);
const day = z.number().int().min(0);
const time = z.string().regex(/^\d\d:\d\d$/);
const busy = z.strictObject({
  person: address,
  busy: z.array(z.strictObject({ day, part: z.union([z.literal(0), z.literal(1)]) })),
  byOrganiser: z.boolean().optional(),
});

export const plans = readContent(
  "demonstration/plans.json",
  z.array(
    z.strictObject({
      round: z.string(),
      template: z.string(),
      minutes: z.number().int().positive(),
      frame: z.strictObject({
        slotMinutes: z.number().int().positive(),
        bufferMinutes: z.number().int().min(0),
        mostAtOnce: z.number().int().positive().nullable(),
        pause: z.strictObject({ from: time, to: time }),
        from: time,
        to: time,
      }),
      pairings: z.array(
        z.strictObject({
          delegation: beneficiary,
          language,
          consultants: z.array(address).min(1),
          interpreter: address.optional(),
          joinLink: z.string().regex(/^https:\/\/meet\.demo\.example\/[a-z0-9-]+$/),
          day,
          time,
        }),
      ),
      availability: z.array(busy),
      otherDraft: z.strictObject({
        name: z.string().min(1),
        moves: z.array(z.strictObject({ delegation: beneficiary, day, time })).min(1),
      }),
      answers: z.array(
        z.strictObject({
          delegation: beneficiary,
          person: address,
          answer: z.enum(["accepted", "tentative", "declined"]),
          comment: z.string().max(500).optional(),
          way: z.enum(["mail", "link", "proxy"]).optional(),
        }),
      ),
      afterRelease: busy,
    }),
  ),
);
