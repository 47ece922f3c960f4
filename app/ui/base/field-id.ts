/** The ids of a form field, all derived from its name: labels, hints, messages and the error summary agree on them. */
export function fieldId(name: string): string {
  return `f-${name}`;
}

/** Where an entry of the error summary leads: the control itself, or the first choice of a group. */
export function fieldHref(name: string): string {
  return `#${fieldId(name)}`;
}

/** What `aria-describedby` of a control says: its hint, then its message. The message element is always on the page. */
export function describedBy(id: string, hint: unknown): string {
  return hint ? `${id}-hint ${id}-error` : `${id}-error`;
}
