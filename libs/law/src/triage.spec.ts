import fc from 'fast-check';
import { cite } from './article.js';
import { linesFor } from './packs/applicable-lines.js';
import { countyPacks } from '../../../test/builders/pack.js';
import { CONDITIONS, type MaterialCondition } from './packs/terms.js';
import { allWays, FACT_QUESTIONS, likely, TRIAGE, valuesOf, walk, type TriageAnswers } from './index.js';

const packs = countyPacks();
const packOf = (code: string) => packs.find((pack) => pack.code === code);
const ways = allWays();
const questions = [...Object.keys(TRIAGE), ...Object.keys(FACT_QUESTIONS)];
/** Any answers whatever: right ones, wrong ones, to questions that are not asked. */
const anyAnswers: fc.Arbitrary<TriageAnswers> = fc.dictionary(
  fc.constantFrom(...questions, 'weather', '__proto__', 'constructor'),
  fc.oneof(
    fc.constantFrom(...questions.flatMap((question) => valuesOf(question as 'want'))),
    fc.constantFrom('', 'toString', '__proto__'),
    fc.string(),
  ),
);

describe('the tree of questions', () => {
  it('ends on every way, in few questions', () => {
    for (const { question, end, path } of ways) {
      expect([question, end === null]).toEqual([null, false]);
      expect(path.length).toBeLessThanOrEqual(7);
    }
    expect(ways.length).toBeGreaterThan(40);
  });

  it('names only matters that exist, and every matter: those that are filed, those of the bureau, the frozen one', () => {
    const of = (kind: string) =>
      new Set(ways.flatMap(({ end }) => (end && end.end === kind && 'matter' in end ? [end.matter] : [])));
    for (const kind of ['matter', 'exOfficio', 'frozen'])
      for (const code of of(kind)) expect([code, packOf(code) !== undefined]).toEqual([code, true]);
    const byItself = packs.filter(({ limits, family }) => limits.promised === null || family === 'ex_officio');
    expect([...of('exOfficio')].sort()).toEqual(byItself.map(({ code }) => code).sort());
    const frozen = packs.filter(({ freeze }) => freeze !== null);
    expect([...of('frozen')].sort()).toEqual(frozen.map(({ code }) => code).sort());
    const filed = packs.filter((pack) => !byItself.includes(pack) && !frozen.includes(pack));
    expect([...of('matter')].sort()).toEqual(filed.map(({ code }) => code).sort());
  });

  it('asks for every fact that a line or a check of the matter depends on', () => {
    for (const { end } of ways) {
      if (end?.end !== 'matter') continue;
      const pack = packOf(end.matter);
      const depends = [...(pack?.materials ?? []), ...(pack?.attestations ?? [])].flatMap(({ condition }) =>
        condition ? [condition] : [],
      );
      // nobody can declare an agent before mandates exist; until then the sponsor acts in person
      const open = depends.filter((fact) => fact !== 'agent' && end.facts[fact] === undefined);
      expect([end.matter, open]).toEqual([end.matter, []]);
    }
  });

  it('gives other offices and closed doors an article that exists', () => {
    const articles = ways.flatMap(({ end }) => (end && 'article' in end ? [end.article] : []));
    expect(articles.length).toBeGreaterThan(5);
    for (const article of articles) expect(cite(article).zh).toContain('第');
  });

  it('its facts decide on the lines: two situations of one matter that differ in a fact differ in what is asked', () => {
    const lines = (answers: TriageAnswers): string[] => {
      const { end } = walk(answers);
      if (end?.end !== 'matter') throw new Error('no matter');
      const pack = packOf(end.matter);
      return pack ? linesFor(pack, end.facts).map(({ id }) => id) : [];
    };
    const ready = { want: 'open', kind: 'kindergarten', ready: 'ready', nature: 'non_profit', donated: 'no' };
    const joint = lines({ ...ready, joint_sponsors: 'yes' });
    const alone = lines({ ...ready, joint_sponsors: 'no' });
    expect(joint.filter((id) => !alone.includes(id))).toEqual(['EST-JOINT']);
  });
});

describe('walking with any answers', () => {
  it('stops at a question or at one end, and always at the same', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const way = walk(answers);
        expect((way.question === null) !== (way.end === null)).toBe(true);
        expect(walk(answers)).toEqual(way);
        expect(way.path.every(({ question, value }) => valuesOf(question).includes(value))).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('leads to one matter: what is not asked changes nothing, and going on from a stop keeps what was answered', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (answers, others) => {
        const way = walk(answers);
        const asked = new Set<string>(way.path.map(({ question }) => question));
        const kept = Object.fromEntries(way.path.map(({ question, value }) => [question, value]));
        expect(walk(kept)).toEqual(way);
        if (way.end) {
          const noise = Object.fromEntries(Object.entries(others).filter(([question]) => !asked.has(question)));
          expect(walk({ ...noise, ...kept }).end).toEqual(way.end);
        }
        for (const onward of way.end ? [] : allWays(kept))
          expect(onward.path.slice(0, way.path.length)).toEqual(way.path);
      }),
      { numRuns: 300 },
    );
  });

  it('says what is likely only when one matter is left', () => {
    expect(likely({})).toBeNull();
    expect(likely({ want: 'open', kind: 'kindergarten' })).toBeNull();
    expect(likely({ want: 'open', kind: 'kindergarten', ready: 'ready' })?.matter).toBe('EST-DIRECT');
    const facts: MaterialCondition[] = CONDITIONS.filter(
      (fact) => likely({ want: 'open', kind: 'kindergarten', ready: 'ready' })?.facts[fact],
    );
    expect(facts).toEqual(['kindergarten']);
  });
});
