// Long files first, so that no worker waits for the other's last one. Where files ran before, jest knows how long they
// took; in a new clone it knows their size only, and the longest file of all is one of the small ones.
import sequencer from '@jest/test-sequencer';

const Sequencer = sequencer.default ?? sequencer;

/** Parts of paths, the longest first, by what a whole run takes: each of the first six a minute or more. */
const LONGEST = [
  'test/e2e/faces',
  'test/e2e/public',
  'test/e2e/journeys',
  'libs/procedures/src/proofs/prove',
  'test/e2e/institution',
  'test/flows/establishment',
  'test/flows/random-officers',
  'test/flows/silence',
  'test/e2e/',
  'test/startup/',
  'test/architecture',
  'test/flows/',
];

const rankOf = ({ path }) => {
  const rank = LONGEST.findIndex((part) => path.includes(part));
  return rank < 0 ? LONGEST.length : rank;
};

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    return sorted.some(({ duration }) => duration != null) ? sorted : sorted.toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
