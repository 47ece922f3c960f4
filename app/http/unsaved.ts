/** A form that could not be saved and has no page of its own to come back to: where it was sent, and what it held. */
export interface UnsavedForm {
  path: string;
  fields: [name: string, value: string][];
}

/** What an error carries that was thrown for a form which could not be saved. */
export interface UnsavedData {
  unsaved: UnsavedForm;
}
