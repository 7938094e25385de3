import { safeError, safeReason } from './safe-error.js';

const withDriver = (message: string, driverError: object): Error => Object.assign(new Error(message), { driverError });

it.each([
  ['no row of 王演示 with 150203199001011234', 'no row of … with …'],
  ['telephone 13812345678 is odd', 'telephone … is odd'],
  ['Unexpected token in JSON: "secret words"', 'Unexpected token in JSON: …'],
  [
    'null value in column "last_hash" violates "case_event_pkey"',
    'null value in column "last_hash" violates "case_event_pkey"',
  ],
  [
    'the clock filing_check of case 0f8fad5b-d9cb-469f-a165-70867728950e has run out',
    'the clock filing_check of case 0f8fad5b-d9cb-469f-a165-70867728950e has run out',
  ],
  ['case 12345678-1234-4234-8234-123456789012 is gone', 'case 12345678-1234-4234-8234-123456789012 is gone'],
])('%s', (said, kept) => {
  expect(safeError(new Error(said)).message).toBe(kept);
});

it('an error about a value hides every quoted word, and keeps its code and constraint', () => {
  const error = withDriver('invalid input syntax for type uuid: "zhang_san"', { code: '22P02', constraint: 'a_key' });
  expect(safeError(error)).toMatchObject({
    code: '22P02',
    constraint: 'a_key',
    message: expect.not.stringContaining('zhang'),
  });
  expect(safeReason(error)).toBe('Error 22P02: invalid input syntax for type uuid: …');
});

it('the stack leads to the place, without the message', () => {
  const { stack } = safeError(new Error('王演示\nand a second line'));
  expect(stack[0]).toMatch(/^at .*safe-error\.spec/);
  expect(stack.join()).not.toMatch(/王演示|second line/);
});

it('what is no error says nothing', () => {
  expect(safeError('王演示')).toEqual({ name: 'string', message: '…', stack: [] });
});
