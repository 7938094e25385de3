import { countyPacks } from '../../../test/builders/pack.js';
import { officialCalendar, plainDate, type MatterPack } from '../../law/src/index.js';
import { silenceAtExpiry } from './clocks.js';

const pack = countyPacks().find(({ code }) => code === 'RENEW') as MatterPack;

type Step = [type: string, day: string, payload?: Record<string, unknown>];
const silence = (...steps: Step[]) =>
  silenceAtExpiry({
    calendar: officialCalendar(),
    pack,
    log: [['submit', '2026-03-02', { expiresOn: '2026-05-29' }] as Step, ...steps].map(([type, day, payload], i) => ({
      seq: i + 1,
      type: type as 'submit',
      state: 'IN_REVIEW',
      owner_role: 'reviewer' as const,
      legal_date: plainDate(day),
      payload: payload ?? {},
    })),
  });

/** Silence renews what the bureau has in hand, and not what the applicant still owes by his own word (ADR 10, 17). */
it.each<[string, Step[], 'deemed' | 'none']>([
  ['accepted in the usual way', [['accept', '2026-03-04']], 'deemed'],
  ['a line is owed', [['acceptTolerantly', '2026-05-27']], 'none'],
  [
    'the line lies with the clerk',
    [
      ['acceptTolerantly', '2026-05-20'],
      ['supplyTolerated', '2026-05-28'],
    ],
    'deemed',
  ],
  [
    'the line was found wanting',
    [
      ['acceptTolerantly', '2026-05-20'],
      ['supplyTolerated', '2026-05-27'],
      ['judgeTolerated', '2026-05-28', { facts: { lines: 'unmet' } }],
    ],
    'none',
  ],
  [
    'the line was cured',
    [
      ['acceptTolerantly', '2026-05-20'],
      ['supplyTolerated', '2026-05-27'],
      ['judgeTolerated', '2026-05-28', { facts: { lines: 'cured' } }],
    ],
    'deemed',
  ],
])('%s', (_, steps, expected) => expect(silence(...steps)).toBe(expected));
