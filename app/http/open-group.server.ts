import { actionPointsVisibleTo } from "#app/domain/access/action-point.server.ts";
import { membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { requestsToDecide } from "#app/domain/home/awaited-requests.server.ts";
import { roundsVisibleTo } from "#app/domain/rounds/round-facts.server.ts";
import { groupNamed, type Visit } from "#app/http/visit.server.ts";

/**
 * The working group whose pages are shown: the one of what is open (round, session, record, action point), or that the
 * address names. Null where that is none of the reader's, and so for whatever the reader does not see.
 */
export async function findOpenGroup(visit: Visit, url: URL): Promise<string | null> {
  const { actor } = visit;
  // Who is in one group is never anywhere else.
  if (actor.memberships.length < 2) return null;
  const named = groupNamed({ url: url.href });
  const groupId = named && membershipIn(actor, named) ? named : await groupOfSubject(visit, url);
  return groupId && membershipIn(actor, groupId) ? groupId : null;
}

async function groupOfSubject({ db, actor }: Visit, url: URL): Promise<string | null> {
  const [, area, part = ""] = url.pathname.replace(/\.data$/, "").split("/");
  const session = area === "sessions" ? part : area === "contributions" ? url.searchParams.get("session") : null;
  const query = session
    ? sessionsVisibleTo(db, actor).where("session.id", "=", session).select("session.group_id")
    : area === "rounds"
      ? roundsVisibleTo(db, actor).where("round.id", "=", part).select("round.group_id")
      : area === "contributions"
        ? contributionsVisibleTo(db, actor).where("contribution.number", "=", part).select("contribution.group_id")
        : area === "sharing-requests"
          ? requestsToDecide(db, actor)?.where("sharing_request.id", "=", part).select("contribution.group_id")
          : area === "actions"
            ? actionPointsVisibleTo(db, actor).where("action_point.id", "=", part).select("action_point.group_id")
            : null;
  const row = await query?.executeTakeFirst();
  return row?.group_id ?? null;
}
