/** A list of 32-bit numbers of unknown length, without a box for each. */
export class Growing {
  #numbers = new Uint32Array(1 << 12);
  length = 0;

  push(value: number): void {
    if (this.length === this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.length++] = value;
  }

  /** The numbers so far; a view that the next `push` may leave behind. */
  view(): Uint32Array {
    return this.#numbers.subarray(0, this.length);
  }
}
