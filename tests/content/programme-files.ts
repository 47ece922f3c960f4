import { z } from "zod";
import { labels, language, readContent } from "#tests/content/content-files.ts";

const address = z.string().regex(/^[a-z0-9.]+@demo\.example$/);
const groupSlug = z.enum(["screening", "rehabilitation", "release", "training"]);
const beneficiary = z.enum(["al", "ba", "xk", "me", "mk", "rs"]);
const bilingual = z.strictObject({ en: z.string().min(1), bs: z.string().min(1) });

const person = z.strictObject({
  address,
  name: z.string().min(1),
  role: z.enum(["organiser", "participant", "consultant", "observer", "administrator"]),
  groups: z.array(groupSlug),
  beneficiary: beneficiary.optional(),
  institution: z.string().optional(),
  speaks: z.boolean().optional(),
  locale: language,
  zone: z.string(),
  note: z.literal("interpreter").optional(),
});

export const programme = readContent(
  "demonstration/programme.json",
  z.strictObject({
    name: labels,
    description: bilingual,
    fundingStatement: bilingual,
    disclaimer: bilingual,
    groups: z.array(z.strictObject({ slug: groupSlug, code: z.string().regex(/^[A-Z]{3}$/), name: labels })),
    institutions: z.array(z.strictObject({ id: z.string(), beneficiary, type: z.string(), name: labels })),
    people: z.array(person),
  }),
);

const answer = z.strictObject({
  person: address,
  answer: z.enum(["accepted", "tentative", "declined"]),
  comment: z.string().max(500).optional(),
  byOrganiser: z.boolean().optional(),
});

const session = z.strictObject({
  key: z.string(),
  kind: z.enum(["bilateral", "plenary"]),
  beneficiary: beneficiary.nullable(),
  day: z.number().int().min(0).nullable(),
  time: z
    .string()
    .regex(/^\d\d:\d\d$/)
    .nullable(),
  minutes: z.number().int().positive(),
  language,
  consultants: z.array(address).min(1),
  interpreter: address.optional(),
  template: z.string(),
  attribution: z.enum(["person", "institution", "beneficiary", "group"]),
  joinLink: z
    .string()
    .regex(/^https:\/\/meet\.demo\.example\/[a-z0-9-]+$/)
    .nullable(),
  answers: z.array(answer).optional(),
});

export const rounds = readContent(
  "demonstration/rounds.json",
  z.array(
    z.strictObject({
      group: groupSlug,
      slug: z.string().regex(/^[a-z0-9-]+$/),
      title: labels,
      venue: z.string().optional(),
      format: z.enum(["bilateral-online", "online-plenary", "on-site", "hybrid"]),
      zone: z.string(),
      startsOn: z.iso.date().optional(),
      endsOn: z.iso.date().optional(),
      startsInDays: z.number().int().optional(),
      days: z.number().int().optional(),
      sessions: z.array(session),
    }),
  ),
);
