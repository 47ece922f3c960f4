import type { Actor } from "#app/domain/access/actor.ts";
import { disclosesRound, disclosure, seesSource } from "#app/domain/access/attribution.ts";
import { type ContributionAccess, seesContribution } from "#app/domain/access/contribution.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { Attribution } from "#app/domain/codes.ts";
import type { Profile } from "#app/domain/search/answer/records.ts";

/** What a reader is to sessions and rounds, as far as search needs it. */
export interface Relations {
  /** Sessions the reader is in the audience of. */
  readonly attended: readonly string[];
  /** All sessions of the reader's groups, with the group of each. */
  readonly sessions: readonly (readonly [session: string, group: string])[];
  /** Rounds that three delegations or more may have spoken in. */
  readonly sharedRounds: readonly string[];
}

/** Facets of which a record has one value or none, in the order in which a view keeps them. */
export const singleFacets = ["kind", "beneficiary", "institution", "round", "session"] as const;

/** In place of the kind in a sight: not worked out yet, and not seen. */
const UNKNOWN = 0;
const UNSEEN = -1;

/**
 * What one reader sees of records, worked out once for each profile. Profiles never change, so a view holds as long as the
 * reader and their relations are the same.
 */
export class ReaderView {
  readonly #actor: Actor;
  readonly #attended: ReadonlySet<string>;
  readonly #sessions: ReadonlyMap<string, string>;
  readonly #sharedRounds: ReadonlySet<string>;
  /**
   * By place of the profile, in the order of `singleFacets`, the values that its attribution leaves, by place in `values`;
   * 0 for none. They hold where the reader sees the profile, once that was asked.
   */
  sights = new Int32Array(0);
  /** Values of facets, each once; the first stands for none. */
  readonly values: string[] = [""];
  readonly #places = new Map<string, number>();

  constructor(actor: Actor, relations: Relations) {
    this.#actor = actor;
    this.#attended = new Set(relations.attended);
    this.#sessions = new Map(relations.sessions);
    this.#sharedRounds = new Set(relations.sharedRounds);
  }

  /** Whether the reader sees the records of a profile. */
  sees(profiles: readonly Profile[], place: number): boolean {
    const cell = place * singleFacets.length;
    if (cell >= this.sights.length || this.sights[cell] === UNKNOWN) this.#workOut(profiles, place);
    return this.sights[cell] !== UNSEEN;
  }

  /** The place of a value in `values`. */
  placeOf(value: string | null): number {
    if (value === null) return 0;
    let place = this.#places.get(value);
    if (place === undefined) {
      place = this.values.push(value) - 1;
      this.#places.set(value, place);
    }
    return place;
  }

  #workOut(profiles: readonly Profile[], place: number): void {
    const facets = singleFacets.length;
    if ((place + 1) * facets > this.sights.length) {
      const larger = new Int32Array(Math.ceil(profiles.length * 1.1) * facets);
      larger.set(this.sights);
      this.sights = larger;
    }
    const profile = profiles[place] as Profile;
    if (!this.#seesProfile(profile)) this.sights[place * facets] = UNSEEN;
    else
      this.sights.set(
        this.#shown(profile).map((value) => this.placeOf(value)),
        place * facets,
      );
  }

  #seesProfile(profile: Profile): boolean {
    if (profile.type === "reference") return true;
    if (!isSubmitted(profile.status)) return false;
    return seesContribution(this.#actor, this.#facts(profile));
  }

  #shown(profile: Profile): (string | null)[] {
    if (profile.type === "reference") return [profile.kind, null, null, null, null];
    const { attribution, roundId, sessionId } = profile;
    const source = seesSource(this.#actor, this.#facts(profile));
    const disclosed = disclosure(attribution as Attribution, source);
    return [
      profile.kind,
      disclosed.beneficiary ? profile.beneficiary : null,
      disclosed.institutionType ? profile.institution : null,
      disclosesRound(disclosed, roundId !== null && this.#sharedRounds.has(roundId)) ? roundId : null,
      sessionId !== null && this.#seesSession(sessionId) ? sessionId : null,
    ];
  }

  #seesSession(id: string): boolean {
    const groupId = this.#sessions.get(id);
    return groupId !== undefined && seesSession(this.#actor, { groupId, audience: this.#audience(id) });
  }

  #facts(profile: Profile): ContributionAccess {
    return {
      ...profile,
      sharing: profile.sharing as ContributionAccess["sharing"],
      sessionAudience: this.#audience(profile.sessionId),
    };
  }

  /** Of a session's audience only whether the reader is in it. */
  #audience(sessionId: string | null): string[] {
    const { accountId } = this.#actor;
    return sessionId !== null && accountId !== null && this.#attended.has(sessionId) ? [accountId] : [];
  }
}
