import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { sharedLanguages, sharedRounds } from "#app/domain/access/attribution.server.ts";
import {
  checksTexts,
  type Disclosure,
  disclosesRound,
  disclosure,
  seesSource,
} from "#app/domain/access/attribution.ts";
import { type ContributionAccess, seesContribution } from "#app/domain/access/contribution.ts";
import { isSubmitted } from "#app/domain/access/contribution-status.ts";
import { isInAudience } from "#app/domain/access/session.server.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { VersionTelling } from "#app/domain/access/told-versions.ts";
import type { Attribution, SharingLevel } from "#app/domain/codes.ts";
import { discloseVersions } from "#app/domain/knowledge/decided-versions.server.ts";
import type { DisclosedValues, Profile, SourceView } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/** What decides who sees a contribution and what of it: in every profile, under these names. */
export interface ProfileAccess extends Record<string, string | null> {
  programmeId: string;
  sharing: string;
  attribution: string;
  authorId: string;
  delegationId: string | null;
  beneficiary: string;
  institutionId: string | null;
  /** Where it is told without an institution, as by an import. */
  institutionType: string | null;
  roundId: string | null;
  sessionId: string | null;
}

/** What a viewer is to sessions and rounds, and what is the same for everybody. */
interface Relations {
  /** Sessions the viewer is in the audience of. */
  readonly attended: readonly string[];
  /** All sessions of the viewer's groups, with the group of each. */
  readonly sessions: readonly (readonly [session: string, group: string])[];
  /** Rounds that enough delegations may have spoken in. */
  readonly sharedRounds: readonly string[];
  /** Languages that enough delegations of a group write in. */
  readonly sharedLanguages: readonly (readonly [group: string, language: string])[];
  readonly institutions: readonly (readonly [institution: string, type: string])[];
}

/** Reads what decides which contributions a viewer finds, and what is disclosed of each. */
export async function relationsOf(db: Db, { accountId, memberships }: Actor): Promise<Relations> {
  const attended = await db
    .selectFrom("session_person")
    .select("session_id")
    .where("account_id", "=", accountId ?? "")
    .where((eb) => isInAudience(eb))
    .orderBy("session_id")
    .execute();
  const sessions = await db
    .selectFrom("session")
    .select(["id", "group_id"])
    .where(
      "group_id",
      "in",
      memberships.map(({ groupId }) => groupId),
    )
    .orderBy("id")
    .execute();
  const institutions = await db.selectFrom("institution").select(["id", "type"]).orderBy("id").execute();
  return {
    attended: attended.map((row) => row.session_id),
    sessions: sessions.map((row) => [row.id, row.group_id] as const),
    sharedRounds: (await sharedRounds(db).orderBy("round.id").execute()).map((row) => row.id),
    sharedLanguages: (await sharedLanguages(db).orderBy("session.group_id").orderBy("session.language").execute()).map(
      (row) => [row.group_id, row.language] as const,
    ),
    institutions: institutions.map((row) => [row.id, row.type] as const),
  };
}

/** What one viewer sees of contributions, by their profiles. */
export class ContributionView implements SourceView {
  readonly key: string;
  private readonly actor: Actor;
  private readonly attended: ReadonlySet<string>;
  private readonly sessions: ReadonlyMap<string, string>;
  private readonly sharedRounds: ReadonlySet<string>;
  private readonly sharedLanguages = new Map<string, Set<string>>();
  private readonly institutions: ReadonlyMap<string, string>;

  constructor(actor: Actor, relations: Relations) {
    this.key = JSON.stringify(relations);
    this.actor = actor;
    this.attended = new Set(relations.attended);
    this.sessions = new Map(relations.sessions);
    this.sharedRounds = new Set(relations.sharedRounds);
    for (const [group, language] of relations.sharedLanguages) {
      this.sharedLanguages.set(group, (this.sharedLanguages.get(group) ?? new Set()).add(language));
    }
    this.institutions = new Map(relations.institutions);
  }

  sees(profile: Profile): boolean {
    // Drafts and what was withdrawn are not searched, not even by those who see them.
    return isSubmitted(profile.status ?? "") && seesContribution(this.actor, this.accessTo(profile));
  }

  disclosed(profile: Profile): DisclosedValues {
    const { attribution, beneficiary, institutionId, institutionType, roundId, sessionId } =
      profile.access as ProfileAccess;
    const source = seesSource(this.actor, this.accessTo(profile));
    const disclosed = disclosure(attribution as Attribution, source);
    const isShared = roundId !== null && this.sharedRounds.has(roundId);
    const type = institutionId === null ? institutionType : (this.institutions.get(institutionId) ?? null);
    return {
      beneficiary: disclosed.beneficiary ? beneficiary : null,
      institution: disclosed.institutionType ? type : null,
      round: disclosesRound(disclosed, isShared) ? roundId : null,
      session: sessionId !== null && this.seesSession(sessionId) ? sessionId : null,
      day: disclosed.day,
      versions:
        profile.versions === null ? null : discloseVersions(profile.versions, this.tellingOf(profile, disclosed)),
    };
  }

  private tellingOf({ groupId }: Profile, { language }: Disclosure): VersionTelling {
    const group = groupId ?? "";
    return {
      inGroup: membershipIn(this.actor, group) !== undefined,
      language: language || checksTexts(this.actor, group),
      shared: this.sharedLanguages.get(group) ?? new Set(),
    };
  }

  private seesSession(id: string): boolean {
    const groupId = this.sessions.get(id);
    return groupId !== undefined && seesSession(this.actor, { groupId, audience: this.audienceOf(id) });
  }

  private accessTo({ groupId, status, access }: Profile): ContributionAccess {
    const { programmeId, sharing, authorId, delegationId, sessionId } = access as ProfileAccess;
    return {
      groupId: groupId ?? "",
      status: status ?? "",
      programmeId,
      sharing: sharing as SharingLevel,
      authorId,
      delegationId,
      sessionAudience: this.audienceOf(sessionId),
    };
  }

  /** Of a session's audience only whether the viewer is in it. */
  private audienceOf(sessionId: string | null): string[] {
    const { accountId } = this.actor;
    return sessionId !== null && accountId !== null && this.attended.has(sessionId) ? [accountId] : [];
  }
}
