/**
 * Something about the installation that has to be put right before it can be used: the message says what, to whoever
 * runs it, and needs no stack.
 */
export class Unusable extends Error {}
