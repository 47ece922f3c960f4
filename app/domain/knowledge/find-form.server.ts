import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { authorise, can } from "#app/domain/access/policy.ts";
import { type Kind, wideBeneficiaries } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { contributionSubject, findContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { findPlace, type Place } from "#app/domain/knowledge/find-place.server.ts";
import { findDisclosure } from "#app/domain/knowledge/find-source-view.server.ts";
import { formValues } from "#app/domain/knowledge/record-values.ts";
import { readStoredRecord } from "#app/domain/knowledge/stored-record.server.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findBeneficiaries } from "#app/domain/programme/beneficiary-names.server.ts";
import { capitalised, label, parseLabels } from "#app/i18n/labels.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface Option {
  value: string;
  /** Null for wide beneficiaries, whose label is a code of the catalogue. */
  label: string | null;
}

/** What the form of a record needs beside its messages. */
export interface ContributionFormData {
  /** Null while nothing is stored. */
  number: string | null;
  status: string | null;
  /** Why it was returned. */
  reviewReason: string | null;
  depth: "snapshot" | "full";
  kind: Kind;
  values: Record<string, string | string[]>;
  /** The delegation it follows from; null where the form asks. */
  fixedBeneficiary: NameWithMark | "" | null;
  beneficiaries: Option[];
  institutions: Option[];
  themes: Option[];
  references: Option[];
  /** Asking for a wider level is granting it. */
  speaks: boolean;
  sharing: string;
  place: FormPlace | null;
}

/** Where a new record will belong, in words; null for one that comes from no session, and for stored records. */
export interface FormPlace {
  sessionId: string;
  /** Null for a plenary. */
  beneficiary: NameWithMark | null;
  item: string | null;
  /** Of the title of the item. */
  lang: string | undefined;
}

interface FormReader {
  locale: string;
  collator: Intl.Collator;
}

const kindOfItem: Record<string, Kind> = {
  "capture-needs": "need",
  "capture-practices": "practice",
  "capture-challenges": "challenge",
  "capture-proposals": "proposal",
};

/**
 * The form for a new record, from nowhere, a session or an agenda item, whose kind and attribution it starts with.
 * @throws NotFound, Forbidden
 */
export async function findNewForm(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; sessionId: string | null; itemId: string | null; kind: Kind | null },
  reader: FormReader,
): Promise<ContributionFormData> {
  const place = await findPlace(db, actor, from);
  authorise(actor, "contribution.post", { groupId: place.groupId });
  const kind = from.kind ?? kindOfItem[place.itemKind ?? ""] ?? "practice";
  const membership = membershipIn(actor, place.groupId);
  const values = {
    kind,
    language: place.language ?? reader.locale,
    attribution: place.attribution,
    sessionId: place.sessionId ?? "",
    itemId: place.itemId ?? "",
    institutionId: membership?.role === "participant" ? (membership.institutionId ?? "") : "",
    wantedSharing: "bilateral",
  };
  const choices = await findChoices(db, actor, place, null, reader);
  return {
    number: null,
    status: null,
    reviewReason: null,
    depth: "snapshot",
    kind,
    values,
    sharing: "bilateral",
    place: await describePlace(db, place, reader.locale),
    ...choices,
  };
}

async function describePlace(db: Db, place: Place, locale: string): Promise<FormPlace | null> {
  if (!place.sessionId) return null;
  const names = place.beneficiaryId ? await findBeneficiaries(db, place.programmeId, locale) : [];
  const item = place.itemId
    ? await db.selectFrom("agenda_item").select("title").where("id", "=", place.itemId).executeTakeFirst()
    : undefined;
  return {
    sessionId: place.sessionId,
    beneficiary: names.find(({ id }) => id === place.beneficiaryId)?.name ?? null,
    item: item?.title ?? null,
    lang: languages[place.language as LanguageCode]?.tag,
  };
}

/**
 * The form of a stored record: a draft of the actor, or a record that the actor may edit.
 * @throws NotFound, Forbidden
 */
export async function findEditForm(
  db: Db,
  actor: Actor,
  number: string,
  reader: FormReader,
): Promise<ContributionFormData> {
  const row = await findContributionRow(db, actor, number);
  authorise(actor, "contribution.edit", contributionSubject(actor, row));
  if (isFrozen(row.status)) throw new NotFound("form");
  const stored = await readStoredRecord(db, actor, row);
  const group = await db
    .selectFrom("working_group")
    .select("programme_id")
    .where("id", "=", row.group_id)
    .executeTakeFirstOrThrow();
  const session = row.session_id
    ? await db.selectFrom("session").select("beneficiary_id").where("id", "=", row.session_id).executeTakeFirst()
    : undefined;
  const place = {
    groupId: row.group_id,
    programmeId: group.programme_id,
    beneficiaryId: session?.beneficiary_id ?? null,
  };
  const submitted = row.status === "draft" ? null : row.beneficiary;
  const choices = await findChoices(db, actor, place, submitted, reader);
  const disclosed = await findDisclosure(db, actor, row);
  return {
    number: row.number,
    status: row.status,
    reviewReason: row.review_reason,
    depth: row.depth,
    kind: row.kind,
    values: {
      ...formValues(stored, row.revision),
      attribution: row.attribution,
      beneficiary: disclosed.beneficiary ? row.beneficiary : "",
      institutionId: disclosed.institution ? (row.institution_id ?? "") : "",
      wantedSharing: "bilateral",
    },
    sharing: row.sharing,
    place: null,
    ...choices,
    // Who edits without being told the source finds neither it nor what would narrow it down.
    ...(disclosed.beneficiary ? {} : { fixedBeneficiary: "" }),
    ...(disclosed.institution ? {} : { institutions: [] }),
  };
}

async function findChoices(
  db: Db,
  actor: Actor,
  place: Pick<Place, "groupId" | "programmeId" | "beneficiaryId">,
  submittedAs: string | null,
  { locale, collator }: FormReader,
) {
  const membership = membershipIn(actor, place.groupId);
  const names = await findBeneficiaries(db, place.programmeId, locale);
  const fixedId = membership?.role === "participant" ? membership.beneficiaryId : place.beneficiaryId;
  const fixed =
    submittedAs === null
      ? names.find(({ id }) => id === fixedId)
      : (names.find(({ code }) => code === submittedAs) ?? { id: null, name: "" as const });
  const institutions = await db
    .selectFrom("institution")
    .select(["id", "names", "beneficiary_id"])
    .where("programme_id", "=", place.programmeId)
    .execute();
  const themes = await db.selectFrom("theme").select(["code", "labels"]).orderBy("position").execute();
  const references = await db.selectFrom("reference").select(["id", "identifier", "title"]).execute();
  const byLabel = (a: Option, b: Option) => collator.compare(a.label ?? "", b.label ?? "");
  const wide = wideBeneficiaries.map((code) => ({ value: code, label: null }));
  const delegationId = fixed?.id ?? null;
  return {
    fixedBeneficiary: fixed ? fixed.name : null,
    beneficiaries: [...names.map(({ code, name }) => ({ value: code, label: name })), ...wide],
    institutions: institutions
      .filter(({ beneficiary_id }) => !fixed || beneficiary_id === null || beneficiary_id === delegationId)
      .map((row) => ({ value: row.id, label: withBeneficiary(row, names, fixed !== undefined, locale) }))
      .sort(byLabel),
    themes: themes.map(({ code, labels }) => ({
      value: code,
      label: capitalised(label(parseLabels(labels), locale), locale),
    })),
    references: references
      .map(({ id, identifier, title }) => ({ value: id, label: shortened(`${identifier}: ${title}`) }))
      .sort(byLabel),
    speaks: can(actor, "sharing.decide", {
      groupId: place.groupId,
      relations: membership?.speaks && membership.beneficiaryId === fixedId ? ["speaker"] : [],
    }),
  };
}

/** "Probation service (Albania)" where institutions of several beneficiaries are offered. */
function withBeneficiary(
  row: { names: string; beneficiary_id: string | null },
  names: readonly { id: string; name: string }[],
  fixed: boolean,
  locale: string,
): string {
  const name = label(parseLabels(row.names), locale);
  const beneficiary = fixed ? undefined : names.find(({ id }) => id === row.beneficiary_id);
  return beneficiary ? `${name} (${beneficiary.name})` : name;
}

function shortened(text: string): string {
  return text.length > 110 ? `${text.slice(0, 108).trimEnd()}…` : text;
}
