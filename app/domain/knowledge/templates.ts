import type { Kind } from "#app/domain/codes.ts";

/** Largest texts of a contribution, in characters. */
export const limits = {
  title: 100,
  summary: 300,
  line: 300,
  body: 20_000,
  section: 20_000,
  rule: 60,
  reason: 500,
} as const;

/** Codes of the sections of all five templates. */
export const sectionCodes = [
  "problem",
  "whatIsDone",
  "legalBasis",
  "since",
  "resources",
  "results",
  "enabling",
  "constraints",
  "transferable",
  "conditions",
  "safeguards",
  "expected",
  "affected",
  "causeType",
  "frequency",
  "tried",
  "needed",
  "needType",
  "forWhom",
  "byWhen",
  "answers",
  "observation",
  "discussion",
  "conclusion",
  "recommendation",
  "addressee",
  "buildsOn",
] as const;
export type SectionCode = (typeof sectionCodes)[number];

/** Sections that choose a term from the list of their name. */
export const chosenSections = ["causeType", "needType"] as const satisfies readonly SectionCode[];
export type ChosenSection = (typeof chosenSections)[number];

/** One section and how it is written. */
export type TemplateSection =
  | { code: Exclude<SectionCode, ChosenSection>; widget: "markdown" | "line" }
  | { code: ChosenSection; widget: "choice" };

export interface Template {
  /** What a full contribution of this kind cannot do without. A proposal is its text. */
  main: SectionCode | "body";
  sections: readonly TemplateSection[];
}

const markdown = (code: Exclude<SectionCode, ChosenSection>): TemplateSection => ({ code, widget: "markdown" });
const line = (code: Exclude<SectionCode, ChosenSection>): TemplateSection => ({ code, widget: "line" });

/** The five templates: sections in the order in which they are asked and read. Labels and hints are messages. */
export const templates: Readonly<Record<Kind, Template>> = {
  practice: {
    main: "whatIsDone",
    sections: [
      markdown("problem"),
      markdown("whatIsDone"),
      markdown("legalBasis"),
      line("since"),
      markdown("resources"),
      markdown("results"),
      markdown("enabling"),
      markdown("constraints"),
      markdown("transferable"),
      markdown("conditions"),
      markdown("safeguards"),
    ],
  },
  challenge: {
    main: "expected",
    sections: [
      markdown("expected"),
      markdown("affected"),
      { code: "causeType", widget: "choice" },
      line("frequency"),
      markdown("tried"),
      markdown("needed"),
    ],
  },
  need: {
    main: "needType",
    sections: [{ code: "needType", widget: "choice" }, line("forWhom"), line("byWhen"), markdown("answers")],
  },
  lesson: {
    main: "observation",
    sections: [markdown("observation"), markdown("discussion"), markdown("conclusion"), markdown("recommendation")],
  },
  proposal: { main: "body", sections: [line("addressee"), markdown("buildsOn")] },
};

/** The name of the form field of a section. */
export function sectionField(code: SectionCode): `detail-${SectionCode}` {
  return `detail-${code}`;
}
