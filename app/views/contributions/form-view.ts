import { disclosure } from "#app/domain/access/attribution.ts";
import { type Kind, wideBeneficiaries } from "#app/domain/codes.ts";
import type { EditForm, TakenUp } from "#app/domain/knowledge/edit-form.server.ts";
import type { CaptureContext } from "#app/domain/knowledge/find-context.server.ts";
import type { FormChoices } from "#app/domain/knowledge/form-choices.server.ts";
import { formValues } from "#app/domain/knowledge/form-values.ts";
import type { NewForm } from "#app/domain/knowledge/new-form.server.ts";
import { type ChosenSection, templates } from "#app/domain/knowledge/templates.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { capitalised, label } from "#app/i18n/labels.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import { wordsOfLanguage } from "#app/i18n/told-language.ts";
import { markdownOfHtml } from "#app/views/contributions/past-text.ts";
import type { Viewer } from "#app/views/viewer.ts";
import { type Choice, termChoices } from "#app/views/vocabulary/term-words.ts";

export interface Option {
  value: string;
  /** Null for wide beneficiaries, whose label is a code of the catalogue. */
  label: string | null;
}

/** What the form of a contribution needs beside its messages. */
export interface ContributionFormView {
  /** Null while nothing is stored. */
  number: string | null;
  status: string | null;
  /** Why it was returned. */
  reviewReason: string | null;
  depth: "snapshot" | "full";
  kind: Kind;
  values: Record<string, string | string[]>;
  /** The delegation it follows from, empty where there is none to tell; null where the form asks. */
  fixedBeneficiary: NameWithMark | "" | null;
  beneficiaries: Option[];
  institutions: Option[];
  themes: Option[];
  phases: Choice[];
  targetGroups: Choice[];
  /** Of the sections that choose. */
  sectionChoices: Record<ChosenSection, Choice[]>;
  references: Option[];
  /** Asking for a wider level is granting it. */
  speaks: boolean;
  sharing: string;
  context: ContextView | null;
  /** Which earlier version it begins with; null or missing for what is stored. */
  takenFrom?: number | null;
}

/** Where a new contribution will belong; null for one that comes from no session, and for stored ones. */
export interface ContextView {
  sessionId: string;
  /** Null for a plenary. */
  beneficiary: NameWithMark | null;
  item: string | null;
  /** Of the title of the item. */
  lang: string | undefined;
}

type FormViewer = Pick<Viewer, "locale" | "formats">;

const MAX_REFERENCE = 110;

/** Writes the form of a new contribution. */
export function newFormView(
  { kind, draftId, context, institutionId, choices }: NewForm,
  viewer: FormViewer,
): ContributionFormView {
  const { session, item, attribution } = context;
  return {
    number: null,
    status: null,
    reviewReason: null,
    depth: "snapshot",
    kind,
    values: {
      draft: draftId,
      kind,
      language: session?.language ?? viewer.locale,
      attribution,
      sessionId: session?.id ?? "",
      itemId: item?.id ?? "",
      institutionId: institutionId ?? "",
      wantedSharing: "bilateral",
    },
    sharing: "bilateral",
    context: contextView(context, viewer),
    ...choiceViews(choices, viewer, []),
  };
}

/** Writes the form of a stored contribution. Who is not told the source finds nothing that narrows it down. */
export function editFormView(
  { contribution, stored, choices, taken }: EditForm,
  viewer: FormViewer,
): ContributionFormView {
  const { number, status, reviewReason, depth, kind, attribution, sharing, beneficiary, institution } = contribution;
  const disclosed = disclosure(attribution, contribution.seesSource);
  const { phase, targetGroups, details } = stored;
  const chosen = [phase, details.causeType, details.needType, ...targetGroups].filter(
    (code) => typeof code === "string",
  );
  const offered = choiceViews(choices, viewer, chosen);
  return {
    ...{ number, status, reviewReason, depth, kind, sharing },
    values: {
      ...formValues(taken ? { ...stored, ...textsOf(taken, stored.kind) } : stored),
      attribution,
      beneficiary: disclosed.beneficiary ? (beneficiary?.code ?? "") : "",
      institutionId: disclosed.institution ? (institution?.id ?? "") : "",
      wantedSharing: "bilateral",
    },
    context: null,
    takenFrom: taken?.position ?? null,
    ...offered,
    fixedBeneficiary: disclosed.beneficiary ? offered.fixedBeneficiary : "",
    institutions: disclosed.institution ? offered.institutions : [],
  };
}

/** What a contribution said once, for the form of what it says now: of its sections those that its kind has. */
function textsOf({ content }: TakenUp, kind: Kind) {
  const { title, summary, body, bodyHtml, details, language } = content;
  const own = templates[kind].sections.map(({ code }) => code as string);
  return {
    ...{ title, summary, body: body ?? markdownOfHtml(bodyHtml, wordsOfLanguage(language).tag) },
    details: Object.fromEntries(Object.entries(details).filter(([code]) => own.includes(code))),
  };
}

function contextView({ session, item }: CaptureContext, { locale }: FormViewer): ContextView | null {
  if (!session) return null;
  return {
    sessionId: session.id,
    beneficiary: session.beneficiary && nameWithMark(session.beneficiary, locale),
    item: item?.title ?? null,
    lang: languages[session.language as LanguageCode]?.tag,
  };
}

function choiceViews(
  { fixed, beneficiaries, institutions, terms, themes, references, speaks }: FormChoices,
  viewer: FormViewer,
  chosen: readonly string[],
) {
  const { locale, formats } = viewer;
  const byLabel = (a: Option, b: Option) => formats.collator.compare(a.label ?? "", b.label ?? "");
  const wide = wideBeneficiaries.map((code): Option => ({ value: code, label: null }));
  // "Probation service (Albania)" where institutions of several beneficiaries are offered.
  const nameOf = ({ names, beneficiaryId }: FormChoices["institutions"][number]) => {
    const beneficiary = fixed ? undefined : beneficiaries.find(({ id }) => id === beneficiaryId);
    return label(names, locale) + (beneficiary ? ` (${nameWithMark(beneficiary, locale)})` : "");
  };
  return {
    fixedBeneficiary: fixed && (fixed.delegation ? nameWithMark(fixed.delegation, locale) : ("" as const)),
    beneficiaries: [
      ...beneficiaries.map((one): Option => ({ value: one.code, label: nameWithMark(one, locale) })),
      ...wide,
    ],
    institutions: institutions.map((one): Option => ({ value: one.id, label: nameOf(one) })).sort(byLabel),
    phases: termChoices(terms.phase, locale, chosen),
    targetGroups: termChoices(terms.targetGroup, locale, chosen),
    sectionChoices: {
      causeType: termChoices(terms.causeType, locale, chosen),
      needType: termChoices(terms.needType, locale, chosen),
    },
    themes: themes.map(
      ({ code, labels }): Option => ({ value: code, label: capitalised(label(labels, locale), locale) }),
    ),
    references: references
      .map(({ id, identifier, title }): Option => ({ value: id, label: shortened(`${identifier}: ${title}`) }))
      .sort(byLabel),
    speaks,
  };
}

function shortened(text: string): string {
  return text.length > MAX_REFERENCE ? `${text.slice(0, MAX_REFERENCE - 2).trimEnd()}…` : text;
}
