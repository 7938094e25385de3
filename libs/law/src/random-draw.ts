/** SHA-256 of a text in lower-case hex; handed in, for the law knows no library. */
export type Digest = (text: string) => string;

/** What is published before the seed: who may be drawn, under names that say nothing, in their order. */
export interface PublishedList {
  /** Ordered pseudonyms of the eligible; recused people and people on leave are not among them. */
  eligible: readonly string[];
  /** What the draw is for: content hash of the application, office and round. Not of the bureau's choosing. */
  input: string;
}

/** What is published before the outcome can be known by anybody outside: one hash over seed and list. */
export const commitmentOf = (seed: string, { eligible, input }: PublishedList, digest: Digest): string =>
  digest([seed, input, ...eligible].join('\n'));

/** What is published one draw ahead: the seed is fixed before the application exists that it is used for. */
export const seedCommitmentOf = (seed: string, digest: Digest): string => digest(`seed\n${seed}`);

/**
 * The one who is drawn: SHA-256 of "draw", seed, input and list, line by line, read as a number, modulo the length of
 * the list. With 256 bits no place of the list is favoured.
 * @returns null where nobody is eligible
 */
export function drawnOf(seed: string, list: PublishedList, digest: Digest): string | null {
  const { eligible, input } = list;
  if (eligible.length === 0) return null;
  const number = BigInt(`0x${digest(['draw', seed, input, ...eligible].join('\n'))}`);
  return eligible[Number(number % BigInt(eligible.length))] ?? null;
}

/** Whether a published draw is what its seed says: anybody can ask this. */
export function drawHolds(
  draw: PublishedList & { commitment: string; seedCommitment: string; seed: string; drawn: string | null },
  digest: Digest,
): boolean {
  return (
    commitmentOf(draw.seed, draw, digest) === draw.commitment &&
    seedCommitmentOf(draw.seed, digest) === draw.seedCommitment &&
    drawnOf(draw.seed, draw, digest) === draw.drawn
  );
}
