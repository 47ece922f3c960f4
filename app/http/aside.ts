/**
 * Waits for something that may take long, and lets others be answered meanwhile: pages are made so many at a time, and
 * whoever has to wait for a while must not hold one of these turns.
 */
export type Aside = <T>(wait: () => Promise<T>) => Promise<T>;
