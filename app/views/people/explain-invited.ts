import { Refused } from "#app/domain/errors.ts";
import { InvitedAlready } from "#app/domain/people/invite-member.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { earlierField } from "#app/views/people/earlier-field.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Runs a deed; an open invitation of the same address is described in the viewer's language. */
export async function explainInvited<T>({ text, formats }: Viewer, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof InvitedAlready)) throw error;
    const { id, name, role, createdAt } = error.earlier;
    const as = { name, role: textOf(text, `codes.role.${role}`), date: formats.dateShort(createdAt) };
    throw new Refused([
      { field: "replaces", message: { key: "people.sayReplace" } },
      { field: earlierField(id), message: { key: "people.invitedAlreadyAs", params: as } },
    ]);
  }
}
