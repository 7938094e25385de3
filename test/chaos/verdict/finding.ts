/** One thing that is not as it must be. */
export interface Finding {
  kind: 'lost' | 'doubled' | 'halfDone' | 'undelivered';
  what: string;
}

export const found = (kind: Finding['kind'], what: readonly string[]): Finding[] =>
  what.map((one) => ({ kind, what: one }));
