/** The field of a form that says who interprets in a language. */
export function interpretersField(language: string): string {
  return `for.${language}`;
}
