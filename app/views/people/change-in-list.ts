import type { MembershipChange } from "#app/domain/people/membership-changes.server.ts";
import { changeText } from "#app/views/people/change-text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A change of members on the page of a group. */
export interface ChangeInList {
  id: string;
  day: string;
  said: string;
}

/** Writes a change of members. */
export function changeInList(change: MembershipChange, viewer: Viewer): ChangeInList {
  return { id: change.id, day: viewer.formats.dateShort(change.at), said: changeText(change, viewer) };
}
