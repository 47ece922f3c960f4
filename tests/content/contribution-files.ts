import { z } from "zod";
import { language, languages, listContent, readCodes, readContent } from "#tests/content/content-files.ts";

const oneOf = (codes: string[]) => z.enum(codes as [string, ...string[]]);

/** Section codes of the full record template, per kind. */
export const sections: Record<string, string[]> = {
  practice: [
    ...["problem", "whatIsDone", "legalBasis", "since", "resources", "results", "enabling"],
    ...["constraints", "transferable", "conditions", "safeguards"],
  ],
  challenge: ["expected", "affected", "causeType", "frequency", "tried", "needed"],
  need: ["needType", "forWhom", "byWhen", "answers"],
  lesson: ["observation", "discussion", "conclusion", "recommendation"],
  proposal: ["addressee", "buildsOn"],
};

const title = z.string().trim().min(1).max(100);
const summary = z.string().trim().min(1).max(300);
const body = z.string().trim().min(80);

const contribution = z.strictObject({
  key: z.string().regex(/^(scr|reh|rel|trn)-[a-z0-9-]+$/),
  group: z.enum(["screening", "rehabilitation", "release", "training"]),
  kind: oneOf(readCodes("kinds")),
  author: z.string(),
  session: z.string().optional(),
  agendaKind: z.string().optional(),
  beneficiary: oneOf([...readCodes("beneficiaries"), ...readCodes("origins")]),
  institution: z.string().optional(),
  language,
  title,
  summary,
  body,
  details: z.record(z.string(), z.string().min(1)).optional(),
  themes: z.array(z.string()).min(1).max(4),
  phase: oneOf(readCodes("phases")),
  targetGroups: z.array(oneOf(readCodes("target-groups"))).min(1),
  evidenceStage: z.number().int().min(0).max(5).optional(),
  transferability: z.enum(["not-assessed", "law-change", "adaptation", "ready"]).optional(),
  references: z.array(z.strictObject({ id: z.string(), rule: z.string().optional() })).optional(),
  sharing: oneOf(readCodes("sharing-levels")),
  attribution: oneOf(readCodes("attributions")),
  status: z.enum(["captured", "complete", "checked", "validated"]),
  depth: z.enum(["snapshot", "full"]),
  links: z
    .array(z.strictObject({ to: z.string(), relation: z.enum(["addresses", "responds-to", "rests-on"]) }))
    .optional(),
  translations: z
    .array(z.strictObject({ language, title, summary, body, provenance: z.literal("translated") }))
    .optional(),
});

export type DemonstrationContribution = z.infer<typeof contribution>;

/** All contributions, with the language of the file they stand in. */
export const contributions: (DemonstrationContribution & { file: string })[] = languages.flatMap((code) =>
  readContent(`demonstration/contributions/${code}.json`, z.array(contribution)).map((entry) => ({
    ...entry,
    file: code,
  })),
);

export const contributionFiles = listContent("demonstration/contributions");
