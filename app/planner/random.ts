/** A repeatable source of numbers (xorshift128, Marsaglia 2003): the same seed gives the same numbers everywhere. */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    this.a = (seed ^ 0x9e3779b9) | 0;
    this.b = Math.imul(seed | 1, 0x85ebca6b);
    this.c = 0x6c078965 ^ (seed >>> 7);
    this.d = 0x1f123bb5;
    for (let i = 0; i < 16; i++) this.bits();
  }

  /** 32 random bits. */
  bits(): number {
    const t = this.a ^ (this.a << 11);
    this.a = this.b;
    this.b = this.c;
    this.c = this.d;
    this.d = this.d ^ (this.d >>> 19) ^ (t ^ (t >>> 8));
    return this.d >>> 0;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor((this.bits() / 4294967296) * below);
  }

  /** From 0 to 1, without 1. */
  share(): number {
    return this.bits() / 4294967296;
  }
}
