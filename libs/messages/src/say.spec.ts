import { filled } from './say.js';

it('puts the parameters in; an absent one leaves nothing behind', () => {
  expect(filled('{who} by {day}', { who: 'Window', day: '18 March' })).toBe('Window by 18 March');
  expect(filled('by {day}')).toBe('by ');
});

it('says the word that goes with the number', () => {
  const said = (count: number | string) => filled('{count} {count|thing|things} to put right', { count });
  expect([0, 1, 2, '1'].map(said)).toEqual([
    '0 things to put right',
    '1 thing to put right',
    '2 things to put right',
    '1 thing to put right',
  ]);
});
