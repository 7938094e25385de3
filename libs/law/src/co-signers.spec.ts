import { CO_SIGNATURE_ARTICLE, CO_SIGNER_KINDS, coSignersOf, speaksForOne } from './co-signers.js';
import { cite } from './article.js';
import type { SponsorEntry } from './establishment-form.js';

const person = (name: string, citizenNumber: string): SponsorEntry => ({
  kind: 'person',
  name,
  citizenNumber,
  address: '演示',
});
const [first, second] = [person('演示甲', '15020318800101001 7'), person('演示乙', '11010519491231002x')];
const body: SponsorEntry = {
  kind: 'organisation',
  name: '演示公司',
  creditCode: '91350100m000100y43',
  address: '演示',
};

describe('who confirms beside the applicant', () => {
  it('nobody, where one sponsor founds a school', () => {
    expect(coSignersOf('establishment', { sponsors: [first] }, null)).toEqual([]);
    expect(coSignersOf('establishment', {}, null)).toEqual([]);
  });

  it.each(['establishment', 'preparation'] as const)('%s: every sponsor but the one named first', (form) => {
    expect(coSignersOf(form, { sponsors: [first, second, body] }, null)).toEqual([
      { kind: 'joint_sponsor', name: '演示乙', identity: '11010519491231002X' },
      { kind: 'joint_sponsor', name: '演示公司', identity: '91350100M000100Y43' },
    ]);
  });

  it('a change of sponsor: the other present ones, and whoever takes over; who stays is asked once', () => {
    const found = coSignersOf('sponsor_change', { sponsors: [second, body] }, { sponsors: ['演示甲', '演示乙'] });
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ['present_sponsor', '演示乙'],
      ['new_sponsor', '演示公司'],
    ]);
  });

  it.each(['name_change', 'closure', 'renewal', 'division', null] as const)('%s: nobody', (form) => {
    expect(coSignersOf(form, { sponsors: [first, second] }, { sponsors: ['演示甲', '演示乙'] })).toEqual([]);
  });

  it('each by an article of a law or regulation; a person speaks for one, a body for several schools', () => {
    expect(CO_SIGNER_KINDS.map((kind) => cite(CO_SIGNATURE_ARTICLE[kind]).law)).toEqual(['PEL', 'PER', 'PER', 'PEL']);
    expect(CO_SIGNER_KINDS.filter((kind) => !speaksForOne(kind))).toEqual(['merging_school']);
  });
});
