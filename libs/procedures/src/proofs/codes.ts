import type { Facts } from '../vocabulary.js';
import type { Renaming, Symmetry } from './symmetry.js';

/** The facts of a case in a few small numbers, one for each fact: what the search compares, again and again. */
export type Code = readonly number[];

type Name = keyof Facts;

/** Reads and writes facts as codes; what stands for a code by symmetry is worked out once. */
export function codesOf(first: Facts, symmetry: Symmetry) {
  const names = Object.keys(first) as Name[];
  const values = new Map(names.map((name) => [name, valuesOf()]));
  const number = (name: Name, value: unknown): number => (values.get(name) as Values).number(value);
  const codeOf = (facts: Facts): Code => names.map((name) => number(name, facts[name]));
  const read = (code: Code): Facts =>
    Object.fromEntries(
      names.map((name, at) => [name, values.get(name)?.value(code[at] as number)]),
    ) as unknown as Facts;

  const written = new Map<Partial<Facts>, { at: number; number: number }[]>();
  const numbersOf = (writes: Partial<Facts>): { at: number; number: number }[] => {
    const known = written.get(writes);
    if (known) return known;
    const numbers = (Object.keys(writes) as Name[]).map((name) => ({
      at: names.indexOf(name),
      number: number(name, writes[name]),
    }));
    written.set(writes, numbers);
    return numbers;
  };

  const lanesAt = names.indexOf('lanes');
  const paperAt = names.indexOf('brokenPaper');
  const stands = new Map<number, { lanes: number; paper: number; renaming?: Renaming }>();
  const standsFor = (code: Code): { lanes: number; paper: number; renaming?: Renaming } => {
    const key = (code[lanesAt] as number) * 1024 + (code[paperAt] as number);
    const known = stands.get(key);
    if (known) return known;
    const { facts, renaming } = symmetry.representative(read(code));
    const { lanes, brokenPaper } = facts;
    const numbers = { lanes: number('lanes', lanes), paper: number('brokenPaper', brokenPaper) };
    const stand = renaming ? { ...numbers, renaming } : numbers;
    stands.set(key, stand);
    return stand;
  };

  return {
    first: codeOf(first),
    read,
    /** What a step makes of the facts, and where each lane is found in the arrangement that stands for it. */
    after(code: Code, writes: Partial<Facts>): { code: Code; renaming?: Renaming } {
      const reached = [...code];
      for (const write of numbersOf(writes)) reached[write.at] = write.number;
      const { lanes, paper, renaming } = standsFor(reached);
      reached[lanesAt] = lanes;
      reached[paperAt] = paper;
      return renaming ? { code: reached, renaming } : { code: reached };
    },
  };
}

interface Values {
  number(value: unknown): number;
  value(number: number): unknown;
}

/** The values of one fact, numbered as they are met; two of the same content are one. */
function valuesOf(): Values {
  const numbers = new Map<string, number>();
  const values: unknown[] = [];
  return {
    value: (number) => values[number],
    number(value) {
      const key = JSON.stringify(value);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, values.length);
      return values.push(value) - 1;
    },
  };
}
