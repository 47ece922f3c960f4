import type { MembershipChange } from "#app/domain/people/membership-changes.server.ts";
import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What changed in a group, in sentences: who, what, by whom and, of an administrator, why. */
export function changeText(change: MembershipChange, { text, locale }: Pick<Viewer, "text" | "locale">): string {
  const { kind, name, delegation, by, reason } = change;
  const params = { name, delegation: delegation ? nameWithMark(delegation, locale) : "" };
  const said = [textOf(text, `people.changed.${kind}`, params)];
  if (reason) said.push(text("people.changeReason", { reason }));
  if (by) said.push(text("people.changeBy", { name: by }));
  return said.join(" ");
}
