/** Where a command writes: lines for people and programs, and errors. */
export interface Out {
  line(text: string): void;
  error(text: string): void;
}
