import { derivedId, sha256 } from '../../libs/platform/src/index.js';

/** Chance that can be repeated: the same seed, the same throws. */
export class Dice {
  private state: number;

  constructor(private readonly seed: string) {
    this.state = parseInt(sha256(seed).slice(0, 8), 16);
  }

  /** Dice of one's own, which nobody else's throws disturb. */
  of(name: string): Dice {
    return new Dice(`${this.seed} ${name}`);
  }

  /** From 0 to just below 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both among them. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  one<T>(of: readonly T[]): T {
    return of[this.whole(0, of.length - 1)] as T;
  }

  id(): string {
    return derivedId(`${this.seed} ${this.next()} ${this.next()}`);
  }
}
