/** Numbers one after the other in a typed array that grows as they come. */
export class Growing<Numbers extends Int32Array | Uint8Array | Float64Array> {
  values: Numbers;
  length = 0;
  readonly #make: (size: number) => Numbers;

  /** @param make makes an array of a size */
  constructor(make: (size: number) => Numbers) {
    this.#make = make;
    this.values = make(64);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.#make(Math.ceil(this.length * 1.5));
      larger.set(this.values as never);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }
}

export const growingIntegers = (): Growing<Int32Array> => new Growing((size) => new Int32Array(size));
export const growingBytes = (): Growing<Uint8Array> => new Growing((size) => new Uint8Array(size));
export const growingFloats = (): Growing<Float64Array> => new Growing((size) => new Float64Array(size));
