/** A growing list of 32-bit integers: `items[0 … size - 1]`. Read the field anew after every push. */
export class IntList {
  items: Int32Array;
  size = 0;

  constructor(capacity = 4) {
    this.items = new Int32Array(capacity);
  }

  push(value: number): void {
    if (this.size === this.items.length) this.items = grown(this.items, this.size * 2 + 4);
    this.items[this.size++] = value;
  }
}

/** The same numbers in a longer array. */
export function grown<T extends Int32Array | Int8Array | Uint8Array | Float64Array>(from: T, length: number): T {
  const to = new (from.constructor as new (length: number) => T)(length);
  to.set(from);
  return to;
}
