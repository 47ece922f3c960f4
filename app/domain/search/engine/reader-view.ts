import type { Actor } from "#app/domain/access/actor.ts";
import { type ContributionFacts, seesContribution, seesSession, seesSource } from "#app/domain/access/see.ts";
import type { Profile } from "#app/domain/search/engine/memory-records.ts";

/** What a reader is to sessions and rounds, as far as search needs it. */
export interface Relations {
  /** Sessions the reader is in the audience of. */
  readonly attended: ReadonlySet<string>;
  /** All sessions of the reader's groups, with the group of each. */
  readonly sessions: ReadonlyMap<string, string>;
  /** Rounds that three delegations or more may have spoken in. */
  readonly sharedRounds: ReadonlySet<string>;
}

/** What one reader sees of records, worked out once for each profile. */
export class ReaderView {
  readonly #actor: Actor;
  readonly #relations: Relations;
  /** By place of the profile: 0 not worked out yet, 1 hidden, 2 seen. */
  #seen = new Uint8Array(64);

  constructor(actor: Actor, relations: Relations) {
    this.#actor = actor;
    this.#relations = relations;
  }

  sees(profiles: readonly Profile[], place: number): boolean {
    if (place >= this.#seen.length) {
      const larger = new Uint8Array(Math.max(profiles.length, this.#seen.length * 2));
      larger.set(this.#seen);
      this.#seen = larger;
    }
    if (this.#seen[place] === 0) {
      this.#seen[place] = this.#judge(profiles[place] as Profile) ? 2 : 1;
    }
    return this.#seen[place] === 2;
  }

  /** The values of a record that its attribution leaves to this reader; null where there is none or it is hidden. */
  shown(profile: Profile): Record<"beneficiary" | "institution" | "round" | "session", string | null> {
    if (profile.type === "reference") return { beneficiary: null, institution: null, round: null, session: null };
    const { attribution, roundId, sessionId } = profile;
    const source = seesSource(this.#actor, this.#facts(profile));
    const named = attribution !== "group" || source;
    const institutionNamed = attribution === "person" || attribution === "institution" || source;
    return {
      beneficiary: named ? profile.beneficiary : null,
      institution: institutionNamed ? profile.institution : null,
      round: named || (roundId !== null && this.#relations.sharedRounds.has(roundId)) ? roundId : null,
      session: sessionId !== null && this.#seesSession(sessionId) ? sessionId : null,
    };
  }

  #judge(profile: Profile): boolean {
    if (profile.type === "reference") return true;
    if (profile.status === "draft" || profile.status === "withdrawn") return false;
    return seesContribution(this.#actor, this.#facts(profile));
  }

  #seesSession(id: string): boolean {
    const groupId = this.#relations.sessions.get(id);
    return groupId !== undefined && seesSession(this.#actor, { groupId, audience: this.#audience(id) });
  }

  #facts(profile: Profile): ContributionFacts {
    return {
      ...profile,
      sharing: profile.sharing as ContributionFacts["sharing"],
      sessionAudience: this.#audience(profile.sessionId),
    };
  }

  /** Of a session's audience only whether the reader is in it. */
  #audience(sessionId: string | null): string[] {
    const { accountId } = this.#actor;
    return sessionId !== null && accountId !== null && this.#relations.attended.has(sessionId) ? [accountId] : [];
  }
}
