import {
  type Growing,
  growingBytes,
  growingFloats,
  growingIntegers,
} from "#app/domain/search/answer/growable-array.ts";
import type { RecordType } from "#app/domain/search/answer/matcher.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";

/** What decides who sees a record, and by what it is filtered and counted; the same for many records. */
export interface Profile {
  readonly type: RecordType;
  readonly kind: string;
  readonly status: string;
  readonly groupId: string;
  readonly programmeId: string;
  readonly sharing: string;
  readonly attribution: string;
  readonly authorId: string;
  readonly delegationId: string | null;
  readonly beneficiary: string;
  /** Type of the institution. */
  readonly institution: string | null;
  readonly roundId: string | null;
  readonly sessionId: string | null;
  readonly evidenceStage: number | null;
  /** Whether it has a translation, whether it has a summary, and whether it cites anything; 0 or 1. */
  readonly translated: number;
  readonly summarised: number;
  readonly citing: number;
  /** Ids of its themes in order, with commas. */
  readonly themes: string;
}

/** A record of the index: its profile and what is its own. */
export interface RecordFacts extends Profile {
  readonly id: string;
  /** When it was submitted, ISO 8601; empty for references. */
  readonly at: string;
  /** Ids of the references it cites. */
  readonly cites: readonly string[];
}

const profileFields = [
  "type",
  "kind",
  "status",
  "groupId",
  "programmeId",
  "sharing",
  "attribution",
  "authorId",
  "delegationId",
  "beneficiary",
  "institution",
  "roundId",
  "sessionId",
  "evidenceStage",
  "translated",
  "summarised",
  "citing",
  "themes",
] as const satisfies readonly (keyof Profile)[];

/** Years are counted from here. */
export const FIRST_YEAR = 1970;

/** Records by place. Those that share a profile share its place: permissions and counts are worked out once for all. */
export class MemoryRecords {
  readonly ids: string[] = [];
  /** The beginnings of the ids as numbers that order as they do: comparing strings all over memory is slow. */
  readonly idOrder: Growing<Float64Array> = growingFloats();
  /** Places in `profiles`; -1 for a record that is gone. */
  readonly profileOf: Growing<Int32Array> = growingIntegers();
  /** Milliseconds since 1970; -1 without a date. */
  readonly at: Growing<Float64Array> = growingFloats();
  /** The year of that date in UTC, less `FIRST_YEAR`; 0 without a date. */
  readonly yearOf: Growing<Uint8Array> = growingBytes();
  readonly profiles: Profile[] = [];
  /** The weight of the state of review, by place of the profile; see `reviewWeights`. */
  readonly reviewed: Growing<Uint8Array> = growingBytes();
  /** The place of its themes in `themeSets`, by place of the profile. */
  readonly themesOf: Growing<Int32Array> = growingIntegers();
  /** Sets of themes that records have, as in `Profile.themes`; the first is empty. */
  readonly themeSets: string[] = [""];
  readonly #themePlaces = new Map<string, number>([["", 0]]);
  readonly #places = new Map<string, number>();
  readonly #profilePlaces = new Map<string, number>();
  readonly #cites = new Map<number, readonly string[]>();
  /** Documents of a record; most have one, which stands here alone. */
  readonly #documents = new Map<number, number[]>();
  readonly #firstDocument: Growing<Int32Array> = growingIntegers();

  get size(): number {
    return this.ids.length;
  }

  /** The place of a record, known or not; what it is may be told later. */
  reserve(id: string): number {
    let place = this.#places.get(id);
    if (place === undefined) {
      place = this.ids.push(id) - 1;
      this.#places.set(id, place);
      this.idOrder.push(orderOf(id));
      this.profileOf.push(-1);
      this.at.push(-1);
      this.yearOf.push(0);
      this.#firstDocument.push(-1);
    }
    return place;
  }

  /** Says what a record is. @returns its place */
  put(facts: RecordFacts): number {
    const place = this.reserve(facts.id);
    this.profileOf.values[place] = this.#profileOf(facts);
    this.at.values[place] = facts.at === "" ? -1 : Date.parse(facts.at);
    this.yearOf.values[place] = Math.max(0, new Date(this.at.values[place]).getUTCFullYear() - FIRST_YEAR);
    if (facts.cites.length > 0) this.#cites.set(place, facts.cites);
    else this.#cites.delete(place);
    return place;
  }

  /** Takes a record out; its place stays empty until it comes back. */
  remove(place: number): void {
    this.profileOf.values[place] = -1;
    this.#cites.delete(place);
  }

  /** How many records there are. */
  get present(): number {
    let count = 0;
    for (let place = 0; place < this.size; place++) if (this.profileOf.values[place] !== -1) count++;
    return count;
  }

  /** Everything that is known of a record, in one line. */
  describe(place: number): string {
    const profile = this.profiles[this.profileOf.values[place] as number];
    const values = profile ? profileFields.map((field) => profile[field]) : [];
    return [this.ids[place], this.at.values[place], ...values, ...(this.#cites.get(place) ?? [])].join(" ");
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(id);
  }

  citesAny(place: number, references: ReadonlySet<string>): boolean {
    return this.#cites.get(place)?.some((id) => references.has(id)) ?? false;
  }

  documentsOf(place: number): readonly number[] {
    const first = this.#firstDocument.values[place] as number;
    return this.#documents.get(place) ?? (first === -1 ? [] : [first]);
  }

  setDocuments(place: number, documents: readonly number[]): void {
    this.#firstDocument.values[place] = documents[0] ?? -1;
    if (documents.length > 1) this.#documents.set(place, [...documents]);
    else this.#documents.delete(place);
  }

  #profileOf(facts: Profile): number {
    const key = profileFields.map((field) => facts[field]).join("\u0001");
    const known = this.#profilePlaces.get(key);
    if (known !== undefined) return known;
    const profile = Object.fromEntries(profileFields.map((field) => [field, facts[field]])) as unknown as Profile;
    this.#profilePlaces.set(key, this.profiles.length);
    this.reviewed.push(reviewWeights[facts.status] ?? 0);
    let themes = this.#themePlaces.get(facts.themes);
    if (themes === undefined) {
      themes = this.themeSets.push(facts.themes) - 1;
      this.#themePlaces.set(facts.themes, themes);
    }
    this.themesOf.push(themes);
    return this.profiles.push(profile) - 1;
  }
}

/** The first six characters of an id as a number. */
function orderOf(id: string): number {
  let order = 0;
  for (let at = 0; at < 6; at++) order = order * 256 + Math.min(id.charCodeAt(at) || 0, 255);
  return order;
}
