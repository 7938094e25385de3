import { effectOfLawOn, isIdle, nextLook, preparedUntil, type EndingEntry, type TeachingFinding } from './ends.js';
import { plainDate } from './plain-date.js';

const day = plainDate;

describe('what ends by itself', () => {
  it('preparedUntil: three years, also over a leap day', () => {
    expect(preparedUntil(day('2026-03-02'))).toBe('2029-03-02');
    expect(preparedUntil(day('2028-02-29'))).toBe('2031-02-28');
  });

  const found = (officerId: string, foundOn: string, teaching: boolean) => ({
    officerId,
    foundOn: day(foundOn),
    teaching,
  });
  it.each([
    ['nobody looked', [], false],
    ['two officers found nothing', [found('a', '2026-03-02', false), found('b', '2026-03-03', false)], true],
    ['one officer twice', [found('a', '2026-03-02', false), found('a', '2026-03-03', false)], false],
    [
      'teaching was found since',
      [found('a', '2026-03-02', false), found('b', '2026-03-03', false), found('c', '2026-03-04', true)],
      false,
    ],
    [
      'teaching has ended since',
      [found('c', '2026-03-01', true), found('a', '2026-03-02', false), found('b', '2026-03-02', false)],
      true,
    ],
  ] as const)('isIdle (PER 50(3)): %s', (_, findings, idle) => expect(isIdle(findings)).toBe(idle));

  it('isIdle: a county may ask for three officers', () => {
    const three = ['a', 'b', 'c'].map((officer) => found(officer, '2026-03-02', false));
    expect(isIdle(three.slice(1), { idleOfficers: 3 })).toBe(false);
    expect(isIdle(three, { idleOfficers: 3 })).toBe(true);
  });

  const licensed = (state: string): EndingEntry => ({
    state: 'OPERATING',
    preparedUntil: null,
    licence: { state, validTo: day('2031-03-01') },
  });
  const preparing: EndingEntry = { state: 'PREPARING', preparedUntil: day('2029-03-02'), licence: null };
  const idle = [found('a', '2031-03-10', false), found('b', '2031-03-12', false)];
  const rows: [string, EndingEntry, string, boolean, TeachingFinding[], object | null][] = [
    ['a preparation on its last day', preparing, '2029-03-02', false, [], null],
    ['the day after', preparing, '2029-03-03', false, [], { effect: 'expirePreparation', legalDate: '2029-03-02' }],
    ['while a formal application runs', preparing, '2029-03-03', true, [], null],
    ['a licence on its last day', licensed('VALID'), '2031-03-01', false, [], null],
    ['run out', licensed('VALID'), '2031-03-02', false, [], { effect: 'expireLicence', legalDate: '2031-03-01' }],
    ['run out and idle', licensed('VALID'), '2031-03-13', false, idle, { effect: 'lapse', legalDate: '2031-03-01' }],
    [
      'idle, but a renewal is asked for',
      licensed('VALID'),
      '2031-03-13',
      true,
      idle,
      { effect: 'expireLicence', legalDate: '2031-03-01' },
    ],
    [
      'found idle after it ran out',
      licensed('EXPIRED'),
      '2031-03-13',
      false,
      idle,
      { effect: 'lapse', legalDate: '2031-03-12' },
    ],
    ['run out and not idle', licensed('EXPIRED'), '2031-03-13', false, [], null],
    ['lapsed already', licensed('LAPSED'), '2031-03-13', false, idle, null],
  ];
  it.each(rows)('effectOfLawOn: %s', (_, entry, today, pending, findings, expected) => {
    const hangs = { formalApplication: pending, renewal: pending, findings };
    expect(effectOfLawOn(day(today), entry, hangs)).toEqual(expected);
  });

  it('nextLook: the last day, and every day once something keeps the entry alive past it', () => {
    expect(nextLook(preparing, day('2027-01-01'))).toBe('2029-03-02');
    expect(nextLook(preparing, day('2029-04-01'))).toBe('2029-04-01');
    expect(nextLook(licensed('LAPSED'), day('2029-04-01'))).toBeNull();
  });
});
