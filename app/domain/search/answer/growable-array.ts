type Numbers = Int32Array | Uint8Array | Float64Array;

/** Numbers one after the other in a typed array that grows as they come. */
export class GrowableArray<Values extends Numbers> {
  values: Values;
  length = 0;
  private readonly make: (size: number) => Values;

  /** @param make makes an array of a size */
  constructor(make: (size: number) => Values) {
    this.make = make;
    this.values = make(64);
  }

  /** The number at an index below `length`. */
  at(index: number): number {
    return this.values[index] as number;
  }

  set(index: number, value: number): void {
    this.values[index] = value;
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(Math.ceil(this.length * 1.5));
      larger.set(this.values as never);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

export const growableIntegers = (): GrowableArray<Int32Array> => new GrowableArray((size) => new Int32Array(size));
export const growableBytes = (): GrowableArray<Uint8Array> => new GrowableArray((size) => new Uint8Array(size));
export const growableFloats = (): GrowableArray<Float64Array> => new GrowableArray((size) => new Float64Array(size));
