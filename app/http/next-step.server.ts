import { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import type { Visit } from "#app/http/visit.server.ts";
import { nextStepOf } from "#app/views/programme/set-up-steps.ts";

/**
 * Where an administrator goes from a step of setting up: on to the next one while there is one, else where it would
 * lead at any other time.
 */
export async function nextStep(visit: Visit, otherwise: string): Promise<string> {
  return nextStepOf(await countInstallation(visit.db, visit.actor, visit.now)) ?? otherwise;
}
