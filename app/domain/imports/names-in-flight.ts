/** What the file has named in lines that are not written yet, each as often as it was named. */
export class NamesInFlight {
  private readonly named = new Map<string, number>();

  has(name: string): boolean {
    return this.named.has(name);
  }

  add(name: string): void {
    this.named.set(name, (this.named.get(name) ?? 0) + 1);
  }

  /** One line that named it was dealt with. */
  remove(name: string): void {
    const left = (this.named.get(name) ?? 0) - 1;
    if (left > 0) this.named.set(name, left);
    else this.named.delete(name);
  }
}
