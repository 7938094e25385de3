import { createHash } from 'node:crypto';
import { commitmentOf, drawHolds, drawnOf, seedCommitmentOf } from './random-draw.js';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const list = { eligible: ['a1', 'b2', 'c3'], input: 'f00d:reviewer:0' };

/** Test vectors: whoever writes the algorithm anew must get these. */
const VECTORS: readonly [seed: string, commitment: string, drawn: string][] = [
  ['00', '2cde42edfce262ba79928e37b8e57d2222c8da5ae51f747c1dfdd413a40911ed', 'c3'],
  ['01', '8f2148f77376a355fa68b02724cab86cb00654ff352ab93024c39e946df0083a', 'a1'],
];

it.each(VECTORS)('seed %s', (seed, commitment, drawn) => {
  expect(commitmentOf(seed, list, sha256)).toBe(commitment);
  expect(drawnOf(seed, list, sha256)).toBe(drawn);
});

it('favours nobody: over many seeds each is drawn about as often', () => {
  const counts = new Map(list.eligible.map((name) => [name, 0]));
  for (let i = 0; i < 3000; i += 1) {
    const drawn = drawnOf(String(i), list, sha256) ?? '';
    counts.set(drawn, (counts.get(drawn) ?? 0) + 1);
  }
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
});

it('draws nobody from an empty list', () => {
  expect(drawnOf('00', { ...list, eligible: [] }, sha256)).toBeNull();
});

it('does not hold once a single value is changed', () => {
  const seed = '00';
  const draw = {
    ...list,
    seed,
    commitment: commitmentOf(seed, list, sha256),
    seedCommitment: seedCommitmentOf(seed, sha256),
    drawn: drawnOf(seed, list, sha256),
  };
  expect(drawHolds(draw, sha256)).toBe(true);
  for (const change of [
    { seed: '01' },
    { input: 'f00d:reviewer:1' },
    { eligible: ['b2', 'a1', 'c3'] },
    { drawn: list.eligible.find((name) => name !== draw.drawn) ?? '' },
    { commitment: sha256('x') },
    { seedCommitment: sha256('x') },
  ])
    expect([change, drawHolds({ ...draw, ...change }, sha256)]).toEqual([change, false]);
});
