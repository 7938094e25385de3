import fc from 'fast-check';
import { canonicalJson } from './ids.js';

describe('JSON with sorted keys', () => {
  it.each<[string, unknown, string]>([
    [
      'keys are in order, however deep',
      { b: 1, a: { d: [{ z: 1, y: 2 }], c: null } },
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    ],
    ['lists keep theirs', [3, 1, 2], '[3,1,2]'],
    ['a moment is a text', { at: new Date('2026-03-02T01:00:00Z') }, '{"at":"2026-03-02T01:00:00.000Z"}'],
    [
      'what says how it is written is in order too',
      { b: { toJSON: () => ({ z: 1, y: 2 }) }, a: 1 },
      '{"a":1,"b":{"y":2,"z":1}}',
    ],
    ['a field may be called as a method is', { toJSON: 0, b: 1, a: 2 }, '{"a":2,"b":1,"toJSON":0}'],
    ['what is not there is left out', { a: undefined, b: [undefined] }, '{"b":[null]}'],
    ['a key is a key, whatever its name', JSON.parse('{"b":1,"__proto__":2}'), '{"__proto__":2,"b":1}'],
  ])('%s', (_, value, text) => expect(canonicalJson(value)).toBe(text));

  it('says the same of equal content and loses nothing of it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(backwards(value))).toBe(text);
      }),
    );
  });
});

function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, backwards(inner)]);
  return Object.fromEntries(entries.reverse());
}
