// The form of an invitation that comes back names the open invitation it would replace by a field of its own.

/** The field that stands for an open invitation. */
export function earlierField(invitationId: string): string {
  return `earlier-${invitationId}`;
}

/** The open invitation that a field stands for; null for other fields. */
export function earlierOf(field: string): string | null {
  return /^earlier-(.+)$/.exec(field)?.[1] ?? null;
}
