/** Whether a key goes into a field, where it means itself. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  return target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName);
}
