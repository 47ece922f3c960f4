/**
 * Number of the analyser. To be raised with every change of what `documentWords` or `wordKeys` give: texts that are
 * indexed in one way and asked for in another are not found.
 */
export const ANALYSER_VERSION = 7;
