import {
  type GrowableArray,
  growableBytes,
  growableFloats,
  growableIntegers,
} from "#app/domain/search/answer/growable-array.ts";
import { hashOf } from "#app/domain/search/answer/hash-of.ts";
import type { Profile, RecordFacts } from "#app/domain/search/sources.ts";

/** A profile with what the documents and citations of its records tell; 0 or 1 each. */
export interface IndexedProfile extends Profile {
  readonly translated: number;
  readonly summarised: number;
  readonly citing: number;
}

/** Years are counted from here. */
export const FIRST_YEAR = 1970;

/**
 * Records by ordinal. Those that share a profile share its ordinal: permissions and counts are worked out once for all
 * of them.
 */
export class Records {
  readonly ids: string[] = [];
  /** Types of records, each once. */
  private readonly typeNames: string[] = [];
  private readonly types: GrowableArray<Uint8Array> = growableBytes();
  /**
   * What orders records that are alike otherwise: drawn from their ids, so that it tells nothing, neither which came
   * first nor which came together.
   */
  readonly idOrder: GrowableArray<Float64Array> = growableFloats();
  /** Ordinals in `profiles`; -1 for a record that is gone. */
  readonly profileOf: GrowableArray<Int32Array> = growableIntegers();
  /** Milliseconds since 1970; -1 without a date. */
  readonly submittedAt: GrowableArray<Float64Array> = growableFloats();
  /** `RecordFacts.year`, less `FIRST_YEAR`; 0 without a date. */
  readonly yearOf: GrowableArray<Uint8Array> = growableBytes();
  readonly profiles: IndexedProfile[] = [];
  /** `Profile.weight`, by ordinal of the profile. */
  readonly weights: GrowableArray<Uint8Array> = growableBytes();
  /** 1 where the source decides viewer by viewer which versions are told, by ordinal of the profile. */
  readonly decidesVersions: GrowableArray<Uint8Array> = growableBytes();
  /** The ordinal of its themes in `themeSets`, by ordinal of the profile. */
  readonly themesOf: GrowableArray<Int32Array> = growableIntegers();
  /** Sets of themes that records have, as in `Profile.themes`; the first is empty. */
  readonly themeSets: string[] = [""];
  private readonly themeOrdinals = new Map<string, number>([["", 0]]);
  /** The ordinal of what it is filed under in `filedSets`. */
  readonly filedOf: GrowableArray<Int32Array> = growableIntegers();
  /** What records are filed under together, as in `RecordFacts.filed`, each once; the first is empty. */
  readonly filedSets: string[][] = [[]];
  private readonly filedOrdinals = new Map<string, number>([["", 0]]);
  /** By type and id: the strings of `ids` themselves, not others made of them. */
  private readonly ordinals = new Map<string, Map<string, number>>();
  private readonly profileOrdinals = new Map<string, number>();
  private readonly cites = new Map<number, readonly string[]>();
  /** Documents of a record; most have one, which stands in `firstDocument` alone. */
  private readonly documents = new Map<number, number[]>();
  private readonly firstDocument: GrowableArray<Int32Array> = growableIntegers();

  get size(): number {
    return this.ids.length;
  }

  /** The ordinal of a record, known or not; what it is may be said later. */
  reserve(type: string, id: string): number {
    let ordinals = this.ordinals.get(type);
    if (ordinals === undefined) {
      ordinals = new Map();
      this.ordinals.set(type, ordinals);
      this.typeNames.push(type);
    }
    const known = ordinals.get(id);
    if (known !== undefined) return known;
    const ordinal = this.ids.push(id) - 1;
    this.types.push(this.typeNames.indexOf(type));
    ordinals.set(id, ordinal);
    this.idOrder.push(orderOf(id));
    this.profileOf.push(-1);
    this.submittedAt.push(-1);
    this.yearOf.push(0);
    this.filedOf.push(0);
    this.firstDocument.push(-1);
    return ordinal;
  }

  /** Says what a record is, whose documents are known. */
  put(ordinal: number, facts: RecordFacts, documents: { translated: boolean; summarised: boolean }): void {
    this.profileOf.set(
      ordinal,
      this.profileFor({
        ...facts.profile,
        translated: Number(documents.translated),
        summarised: Number(documents.summarised),
        citing: Number(facts.cites.length > 0),
      }),
    );
    const at = facts.at === "" ? -1 : Date.parse(facts.at);
    this.submittedAt.set(ordinal, at);
    this.yearOf.set(ordinal, Math.max(0, facts.year - FIRST_YEAR));
    this.filedOf.set(ordinal, this.filedFor(facts.filed));
    if (facts.cites.length > 0) this.cites.set(ordinal, facts.cites);
    else this.cites.delete(ordinal);
  }

  /** Takes a record out; its ordinal stays empty until it comes back. */
  remove(ordinal: number): void {
    this.profileOf.set(ordinal, -1);
    this.cites.delete(ordinal);
  }

  /** How many records there are. */
  get present(): number {
    let count = 0;
    for (let record = 0; record < this.size; record++) if (this.profileOf.at(record) !== -1) count++;
    return count;
  }

  profile(ordinal: number): IndexedProfile {
    return this.profiles[ordinal] as IndexedProfile;
  }

  idOf(record: number): string {
    return this.ids[record] as string;
  }

  typeOf(record: number): string {
    return this.typeNames[this.types.at(record)] as string;
  }

  /** Everything that is known of a record, in one line. */
  describe(record: number): string {
    const profile = this.profiles[this.profileOf.at(record)];
    const known = profile ? keyOf(profile) : "";
    return [
      this.ids[record],
      this.submittedAt.at(record),
      this.yearOf.at(record),
      known,
      ...(this.filedSets[this.filedOf.at(record)] ?? []),
      ...(this.cites.get(record) ?? []),
    ].join(" ");
  }

  ordinalOf(type: string, id: string): number | undefined {
    return this.ordinals.get(type)?.get(id);
  }

  /** Records of any type with an id. */
  ordinalsOf(id: string): number[] {
    return this.typeNames.flatMap((type) => this.ordinalOf(type, id) ?? []);
  }

  citesAny(record: number, references: ReadonlySet<string>): boolean {
    return this.cites.get(record)?.some((id) => references.has(id)) ?? false;
  }

  documentsOf(record: number): readonly number[] {
    const first = this.firstDocument.at(record);
    return this.documents.get(record) ?? (first === -1 ? [] : [first]);
  }

  setDocuments(record: number, documents: readonly number[]): void {
    this.firstDocument.set(record, documents[0] ?? -1);
    if (documents.length > 1) this.documents.set(record, [...documents]);
    else this.documents.delete(record);
  }

  private filedFor(filed: readonly string[]): number {
    const key = filed.join();
    let ordinal = this.filedOrdinals.get(key);
    if (ordinal === undefined) {
      ordinal = this.filedSets.push([...filed]) - 1;
      this.filedOrdinals.set(key, ordinal);
    }
    return ordinal;
  }

  private profileFor(profile: IndexedProfile): number {
    const key = keyOf(profile);
    const known = this.profileOrdinals.get(key);
    if (known !== undefined) return known;
    this.profileOrdinals.set(key, this.profiles.length);
    this.weights.push(profile.weight);
    this.decidesVersions.push(profile.versions === null ? 0 : 1);
    let themes = this.themeOrdinals.get(profile.themes);
    if (themes === undefined) {
      themes = this.themeSets.push(profile.themes) - 1;
      this.themeOrdinals.set(profile.themes, themes);
    }
    this.themesOf.push(themes);
    return this.profiles.push(profile) - 1;
  }
}

function keyOf(profile: IndexedProfile): string {
  const { type, kind, status, groupId, evidenceStage, themes, weight, versions, access } = profile;
  const { translated, summarised, citing } = profile;
  const shared = [type, kind, status, groupId, evidenceStage, themes, weight, translated, summarised, citing, versions];
  return `${shared.join("\u0001")}\u0001${Object.values(access).join("\u0001")}`;
}

/** 53 bits of a hash of an id: two of 32 bits with other beginnings. */
export function orderOf(id: string): number {
  return (hashOf(id) >>> 11) * 0x100000000 + hashOf(`${id} `);
}
