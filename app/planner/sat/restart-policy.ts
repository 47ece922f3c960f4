/**
 * When to start over and when to forget: quick restarts while clauses get worse (Glucose), in turns with stretches of
 * few restarts by the Luby sequence (as in CaDiCaL and Kissat by Biere), which suit problems that have a solution.
 */
export class RestartPolicy {
  isStable = false;
  private conflicts = 0;
  private sinceRestart = 0;
  private fast = 0;
  private slow = 0;
  private nextSwitch = 1000;
  private switches = 0;
  private luby = 1;
  private nextReduction = 2000;
  private reductions = 0;

  learnt(quality: number): void {
    this.conflicts++;
    this.sinceRestart++;
    this.fast += (quality - this.fast) / Math.min(this.conflicts, 32);
    this.slow += (quality - this.slow) / Math.min(this.conflicts, 8192);
    if (this.conflicts < this.nextSwitch) return;
    this.isStable = !this.isStable;
    this.switches++;
    this.nextSwitch = this.conflicts + 1000 * (1 + (this.switches >> 1)) ** 1.5;
  }

  wantsRestart(): boolean {
    if (this.isStable) return this.sinceRestart >= 512 * lubyTerm(this.luby);
    return this.sinceRestart >= 10 && this.fast > 1.1 * this.slow;
  }

  restarted(): void {
    if (this.isStable && this.sinceRestart > 0) this.luby++;
    this.sinceRestart = 0;
  }

  wantsReduction(): boolean {
    if (this.conflicts < this.nextReduction) return false;
    this.reductions++;
    this.nextReduction = this.conflicts + 2000 + 300 * this.reductions;
    return true;
  }
}

/** 1 1 2 1 1 2 4 …, counted from 1 (Luby, Sinclair and Zuckerman, 1993). */
function lubyTerm(index: number): number {
  let i = index;
  for (;;) {
    let power = 1;
    while (2 * power - 1 < i) power *= 2;
    if (2 * power - 1 === i) return power;
    i -= power - 1;
  }
}
