/** The best persons found so far, by the bits that speak for them. */
export class BestPersons {
  readonly #bits = new Map<number, number>();
  #most = 0;
  #floor = 0;
  #least = 0;

  start(most: number, floor: number): void {
    this.#bits.clear();
    this.#most = most;
    this.#floor = floor;
    this.#least = floor;
  }

  /** What a person must reach to be among the best. */
  get least(): number {
    return this.#least;
  }

  give(person: number, bits: number): void {
    if (bits < this.#least) return;
    const known = this.#bits.get(person);
    if (known !== undefined && known >= bits) return;
    this.#bits.set(person, bits);
    if (this.#bits.size >= this.#most * 2) this.#drop();
    else if (this.#bits.size === this.#most) this.#least = Math.max(this.#floor, Math.min(...this.#bits.values()));
  }

  #drop(): void {
    const kept = [...this.#bits].sort((a, b) => b[1] - a[1]).slice(0, this.#most);
    this.#bits.clear();
    for (const [person, bits] of kept) this.#bits.set(person, bits);
    this.#least = Math.max(this.#floor, kept.at(-1)?.[1] ?? this.#floor);
  }

  /** Best first. */
  sorted(): [person: number, bits: number][] {
    return [...this.#bits].sort((a, b) => b[1] - a[1]).slice(0, this.#most);
  }
}
