// One function for each kind of array: a shared one would meet them all, and the engine could not read memory directly.

/** The number at an index that the array has. */
export function intAt(numbers: Int32Array, index: number): number {
  return numbers[index] as number;
}

/** The byte at an index that the array has. */
export function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] as number;
}

/** The number at an index that the array has. */
export function floatAt(numbers: Float64Array, index: number): number {
  return numbers[index] as number;
}
