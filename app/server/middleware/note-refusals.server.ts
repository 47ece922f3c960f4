import type { SecurityEventKind } from "#app/domain/security/security-events.ts";
import type { SecurityLog } from "#app/domain/security/security-log.server.ts";
import { browserName } from "#app/http/browser-name.ts";
import type { Step } from "#app/server/chain.ts";
import { loggedPath } from "#app/server/log.server.ts";

/** Where one who is signed in is refused. What is hidden and what is not there are refused alike, and told alike. */
const refusals = new Map<number, SecurityEventKind>([
  [403, "access.forbidden"],
  [404, "access.not-found"],
]);

/** Has the security log tell, once the answer is out, who was refused what, and who came too often. */
export function noteRefusals(security: SecurityLog): Step {
  return (request, response, next) => {
    response.once("finish", () => {
      const { who, network } = request.mark;
      const { accountId, token } = who;
      const refused = accountId === null ? undefined : refusals.get(response.statusCode);
      const kind = response.statusCode === 429 ? "limit.reached" : refused;
      if (!kind) return;
      const place = `${request.method} ${loggedPath(request.url)}`;
      const origin = { network: network.address, browser: browserName(request.headers["user-agent"]) };
      security.tell({ kind, accountId, token, place }, origin, new Date());
    });
    next();
  };
}
