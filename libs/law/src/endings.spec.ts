import { ENDINGS, EX_OFFICIO, exOfficioFrom, faultOfBeginning, type Ending } from './endings.js';

const all = Object.keys(ENDINGS) as Ending[];
const each = <T>(of: (ending: Ending) => T): T[] => all.map(of);

describe('five ends that the law keeps apart', () => {
  it('are five causes, five states of an entry, and no two rest on the same articles', () => {
    expect(new Set(each((one) => ENDINGS[one].because)).size).toBe(5);
    expect(new Set(each((one) => ENDINGS[one].registerState)).size).toBe(5);
    expect(new Set(each((one) => ENDINGS[one].articles.map(({ ref }) => ref).join())).size).toBe(5);
    expect(each((one) => ENDINGS[one].articles.length > 0)).not.toContain(false);
  });

  it('only a penalty is told beforehand as one, and only the law itself lets a school lapse', () => {
    expect(all.filter((one) => ENDINGS[one].heardBefore)).toEqual(['revocation']);
    expect(all.filter((one) => ENDINGS[one].by === 'law')).toEqual(['lapse']);
  });

  it('those have a road that the catalogue gives one: 撤销 and 撤回 have none, and no matter is invented for them', () => {
    expect(all.filter((one) => ENDINGS[one].matters.length === 0)).toEqual(['annulment', 'withdrawal']);
    // who begins by itself does so for an end that it is a road to
    for (const matter of Object.keys(EX_OFFICIO))
      expect([matter, all.some((one) => ENDINGS[one].matters.includes(matter))]).toEqual([matter, true]);
    expect(ENDINGS.revocation.matters).not.toEqual(ENDINGS.lapse.matters);
  });

  it('who did nothing wrong is made good: always on withdrawal, after an annulment in good faith, never else', () => {
    const compensated = Object.fromEntries(each((one) => [one, ENDINGS[one].compensation]));
    expect(compensated).toEqual({
      revocation: 'never',
      annulment: 'if_in_good_faith',
      withdrawal: 'always',
      lapse: 'never',
      cancellation: 'never',
    });
  });
});

describe('what the bureau begins by itself', () => {
  it.each([
    ['OPERATING', ['TERM-INSOLV', 'TERM-REVOKE']],
    ['LICENSED_PENDING_REGISTRATION', ['TERM-INSOLV', 'TERM-REVOKE']],
    ['LAPSED', ['LAPSE']],
    ['CLOSING', []],
    ['REVOKED', []],
    ['CANCELLED', []],
    ['PREPARING', []],
  ])('%s: %j', (state, matters) => expect(exOfficioFrom(state)).toEqual(matters));

  it.each([
    ['TERM-INSOLV', 'CLOSING', 'ALREADY_CLOSING', 'PEL 58'],
    ['TERM-REVOKE', 'REVOKED', 'ALREADY_CLOSING', 'PEL 58'],
    ['TERM-REVOKE', 'LAPSED', 'SCHOOL_DOES_NOT_GO_ON', 'ALL 70'],
    ['LAPSE', 'OPERATING', 'NOT_LAPSED', 'PER 50(3)'],
    ['CHG-NAME', 'OPERATING', 'MATTER_IS_APPLIED_FOR', 'ALL 29'],
  ])('%s is not begun for what is %s: %s', (matter, state, code, article) =>
    expect(faultOfBeginning(matter, state)).toEqual({ code, article }),
  );

  it('each rests on a ground of its own', () =>
    expect(new Set(Object.values(EX_OFFICIO).map(({ ground }) => ground)).size).toBe(3));
});
