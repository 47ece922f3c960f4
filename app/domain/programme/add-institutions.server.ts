import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { Refused } from "#app/domain/errors.ts";
import {
  calledBy,
  collectFaults,
  lengthFaults,
  type Meant,
  meaningOf,
  type PastedRow,
  readRows,
} from "#app/domain/forms/pasted-rows.ts";
import { type BeneficiaryFacts, findBeneficiaryFacts } from "#app/domain/programme/beneficiary-facts.server.ts";
import { requireProgramme } from "#app/domain/programme/find-programme.server.ts";
import { type InstitutionInput, institutionInput, NO_BENEFICIARY } from "#app/domain/programme/group-input.ts";
import { insertInstitution } from "#app/domain/programme/save-institution.server.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { ListedTerm } from "#app/domain/vocabulary/vocabulary.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** A line of a pasted list as it was understood. */
export interface ReadInstitution {
  row: number;
  name: string;
  type: ListedTerm;
  /** Null where the list says that it belongs to none. */
  beneficiary: BeneficiaryFacts | null;
  /** As it will be added. */
  institution: InstitutionInput;
}

/** What is pasted, and in which language the names are. */
export interface PastedInstitutions {
  programmeId: string;
  rows: string;
  language: LanguageCode;
}

/** Most lines of a list at once. */
const MAX_ROWS = 200;

/**
 * Reads a pasted list of institutions: name, type, beneficiary, each word in any language of ours or as a code; `-`
 * for none. Nothing is written.
 * @throws NotFound for other than administrators; Refused with every line that is wrong
 */
export async function readInstitutions(db: Db, actor: Actor, input: PastedInstitutions): Promise<ReadInstitution[]> {
  requireAdministrator(actor);
  const programmeId = await requireProgramme(db, input.programmeId);
  const { institutionType } = await findVocabulary(db);
  const types = institutionType.filter((term) => !term.isRetired).map((term) => withWords(term.labels, term));
  const beneficiaries = (await findBeneficiaryFacts(db, programmeId)).filter((one) => one.retiredAt === null);
  const parties = beneficiaries.map((beneficiary) => withWords(beneficiary.names, beneficiary));
  const rows = readRows(input.rows, MAX_ROWS);
  const faults = lengthFaults(rows, MAX_ROWS);
  if (faults.length > 0) throw new Refused(faults);
  const read = rows.flatMap(({ row, cells }: PastedRow): ReadInstitution[] => {
    const [name = "", typeWord = "", partyWord = ""] = cells;
    const wrong = collectFaults(faults, row);
    const type = meaningOf(typeWord, types);
    const beneficiary = partyWord === "-" ? null : meaningOf(partyWord, parties);
    const words = { type: type?.code ?? "-", beneficiaryId: beneficiary?.id ?? NO_BENEFICIARY };
    const institution = institutionInput.safeParse({ [`name.${input.language}`]: name, ...words });
    if (!institution.success) wrong("admin.rowName");
    if (!type) wrong("admin.rowType");
    // An institution that belongs to nobody is the exception: the list has to say so.
    if (beneficiary === undefined) wrong("admin.rowBeneficiaryUnknown");
    if (!institution.success || !type || beneficiary === undefined) return [];
    return [{ row, name, type, beneficiary, institution: institution.data }];
  });
  if (faults.length > 0) throw new Refused(faults);
  return read;
}

/** Adds the institutions of a pasted list, all or none. @throws as `readInstitutions` */
export async function addInstitutions(
  store: Store,
  actor: Actor,
  input: PastedInstitutions,
  now = new Date(),
): Promise<{ added: number }> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const read = await readInstitutions(db, actor, input);
    for (const { institution } of read) {
      await insertInstitution(db, actor, { ...institution, programmeId: input.programmeId }, now);
    }
    return { added: read.length };
  });
}

/** A thing by its code, and by its names in all languages. */
function withWords<T extends { code: string }>(names: Labels, thing: T): Meant<T> {
  return calledBy([thing.code, ...Object.values(names)], thing);
}
