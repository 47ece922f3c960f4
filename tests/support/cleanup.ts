const due: (() => Promise<void>)[] = [];

/** Has something done when the test that runs is over. */
export function afterThisTest(what: () => Promise<void>): void {
  due.push(what);
}

/** Does it; `quiet-console.ts` calls it after every test of every file. */
export async function cleanUp(): Promise<void> {
  for (const what of due.splice(0)) await what();
}
