/** Time as an input. Instants are UTC; legal dates are made from them by `plainDateOf` in libs/law. */
export interface Clock {
  now(): Date;
}

/** The machine's own clock, shifted. Production never shifts it. */
export class SystemClock implements Clock {
  constructor(private offsetMs = 0) {}

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  /** Where the development clock stands, as the database has it. */
  begin(offsetMs: number): void {
    this.offsetMs = offsetMs;
  }

  /** Where another process moved it; what was read before a later move never takes it back. */
  follow(offsetMs: number): void {
    this.begin(Math.max(this.offsetMs, offsetMs));
  }
}

/** A clock for tests: stands still until it is told. */
export class FixedClock implements Clock {
  constructor(private instant: Date) {}

  now(): Date {
    return new Date(this.instant);
  }

  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }
}

/** Milliseconds of the machine's own clock: for session cookies and limits that concern machines, not law. */
export const machineNow = (): number => Date.now();
