/** What a form says, without the fields in which nothing was chosen or typed. */
export function filledFields(form: HTMLFormElement): URLSearchParams {
  const said = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
    typeof value === "string" && value !== "" ? [[name, value]] : [],
  );
  return new URLSearchParams(said);
}

/** Where a form leads. */
export function actionOf(form: HTMLFormElement): { action: string } {
  return { action: form.getAttribute("action") ?? "" };
}
