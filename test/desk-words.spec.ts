import { STEP_FIELDS } from '../apps/web/src/pages/desk/step-fields.js';
import { findSentence } from '../libs/messages/src/web.js';
import '../libs/messages/src/web-desk.js';
import { LANES } from '../libs/procedures/src/index.js';

/** Entered in the register, and told there. */
const ENTERED = ['creditCode', 'licenceNumber'];
const WRITTEN = Object.values(STEP_FIELDS)
  .flat()
  .filter(({ kind, name }) => ['text', 'area', 'article'].includes(kind) && !ENTERED.includes(name))
  .map(({ name }) => name);

/** What the story of a case tells beside each step: no code of ours in between. */
describe.each(['zh', 'en'] as const)('the story of a case in %s', (language) => {
  it.each([...new Set(WRITTEN)])('has a word for what was written as %s', (name) => {
    expect(findSentence(language, `desk.words.${name}`)).not.toBeNull();
  });

  it.each(LANES.map((lane) => [lane]))('has a word for the lane %s', (lane) => {
    expect(findSentence(language, `lane.${lane}`)).not.toBeNull();
  });
});
