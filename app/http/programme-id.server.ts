import { NotFound } from "#app/domain/errors.ts";
import { findProgramme } from "#app/domain/programme/find-programme.server.ts";
import type { Visit } from "#app/http/visit.server.ts";

/** The programme that an administrator adds to. @throws NotFound for others, and while there is none */
export async function programmeIdOf(visit: Visit): Promise<string> {
  const programme = await findProgramme(visit.db, visit.actor);
  if (!programme) throw new NotFound("programme");
  return programme.id;
}
