/** A form that could not be saved and has no page of its own to come back to: where it was sent, and what it held. */
export interface UnsavedForm {
  path: string;
  fields: [name: string, value: string][];
  /** Another account is signed in by now than when the page was opened: it can be copied, and not sent. */
  ofAnother?: boolean;
}

/** What an error carries that was thrown for a form which could not be saved. */
export interface UnsavedData {
  unsaved: UnsavedForm;
}
