/** UTC instant as ISO 8601 text with milliseconds, `2026-11-04T08:00:00.000Z`: sorts as text. */
export type Instant = string;
/** Calendar day, `2026-11-04`. */
export type Day = string;
export type Flag = 0 | 1;
/** JSON object of texts by language code, `{"en": "...", "bs": "..."}`. */
export type LabelsJson = string;
/** Any other JSON. */
export type Json = string;
