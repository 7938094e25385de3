import { drawLineage, turnsOfLineage } from '../../libs/messages/src/lineage-drawing.js';
import { lineageOf, type LineageGraph } from '../../libs/register/src/index.js';
import { plainDate } from '../../libs/law/src/index.js';
import { randomIds } from '../../libs/platform/src/index.js';
import { became, enterInstitution } from '../builders/lineage.js';
import { World } from './harness.js';
import { operating, type School } from './licensed.js';

let world: World;
let school: School;
let alone: School;
let [left, right, north, south]: string[] = [];
const MERGED_ON = '2026-04-01';
const DIVIDED_ON = '2026-09-01';

const at = (day: string) => new Date(`${day}T10:00:00+08:00`);
const entered = (name: string, state: string) => enterInstitution(world.sql, name, state, at('2026-03-02'));

/** Two kindergartens became the school; the school later became two. */
beforeAll(async () => {
  world = await World.make();
  school = await operating(world);
  alone = await operating(world);
  [left, right, north, south] = [
    await entered('演示左邻幼儿园', 'CANCELLED'),
    await entered('演示右邻幼儿园', 'CANCELLED'),
    await entered('演示北园幼儿园', 'OPERATING'),
    await entered('演示南园幼儿园', 'OPERATING'),
  ];
  const { caseId } = school;
  const merger = { caseId, day: MERGED_ON, now: at(MERGED_ON) };
  await became(world.sql, 'merger', [left ?? '', right ?? ''], [school.institutionId], merger);
  const division = { caseId, day: DIVIDED_ON, now: at(DIVIDED_ON) };
  await became(world.sql, 'division', [school.institutionId], [north ?? '', south ?? ''], division);
  world.clock.set('2026-10-09');
});
afterAll(() => world.close());

const onDay = (id: string, query = '') =>
  world.nobody().get<{ lineage: LineageGraph }>(`/api/public/register/${id}${query}`);
const page = async (id: string, lang: string) =>
  String(
    (await world.nobody().send('GET', `/register/${id}?lang=${lang}`, undefined, { headers: { accept: 'text/html' } }))
      .body,
  );

describe('the lineage of a school', () => {
  it('has predecessors before it and successors after it, whoever of them is asked about', async () => {
    const { lineage } = await onDay(school.institutionId);
    expect(lineage.nodes.map(({ id, column }) => [id, column]).toSorted()).toEqual(
      [
        [left, 0],
        [right, 0],
        [school.institutionId, 1],
        [north, 2],
        [south, 2],
      ].toSorted(),
    );
    expect(lineage.edges.map(({ kind, day }) => [kind, day])).toEqual([
      ['merger', MERGED_ON],
      ['merger', MERGED_ON],
      ['division', DIVIDED_ON],
      ['division', DIVIDED_ON],
    ]);
    for (const id of [left, south])
      expect(await lineageOf(world.sql, id ?? '', plainDate('2026-10-09'))).toEqual(lineage);
  });

  it('tells only what had been written by the day that is asked', async () => {
    const kinds = async (recordedOn: string) =>
      (await onDay(school.institutionId, `?recordedOn=${recordedOn}`)).lineage.edges.map(({ kind }) => kind);
    expect(await kinds('2026-03-31')).toEqual([]);
    expect(await kinds(MERGED_ON)).toEqual(['merger', 'merger']);
  });

  it.each(['zh', 'en'])('is drawn and told in sentences on its page (%s)', async (lang) => {
    const html = await page(school.institutionId, lang);
    expect(html.match(/<rect /g)).toHaveLength(5);
    expect(html.match(/class="way"/g)).toHaveLength(4);
    expect(html).toMatch(/<svg role="img" aria-label="[^"]{10,}"/);
    for (const name of ['演示左邻幼儿园', '演示南园幼儿园']) expect(html).toContain(name);
    expect(html).not.toMatch(/onDay\.|undefined|\[object/);
  });

  it('of a school that nobody merged or divided nothing is shown', async () => {
    expect((await onDay(alone.institutionId)).lineage).toEqual({ nodes: [], edges: [] });
    expect(await page(alone.institutionId, 'zh')).not.toContain('沿革');
  });
});

describe('the rows of a lineage', () => {
  const write = (predecessor: string, successor: string, kind = 'merger') =>
    world.sql.query(
      `insert into register_lineage (predecessor, successor, case_id, kind, day, recorded_at) values ($1, $2, $3, $4, '2026-10-09', now())`,
      [predecessor, successor, school.caseId, kind],
    );

  it.each([
    ['an institution that becomes itself', () => write(north ?? '', north ?? ''), /register_lineage_other_check/],
    ['the same twice', () => write(left ?? '', school.institutionId), /register_lineage_pkey/],
    [
      'something that is no merger and no division',
      () => write(north ?? '', alone.institutionId, 'sale'),
      /kind_check/,
    ],
    ['an unknown successor', () => write(north ?? '', randomIds.uuid()), /register_lineage_successor_fkey/],
    [
      'a change of what is written',
      () => world.sql.query(`update register_lineage set day = '2026-01-01'`),
      /permission/,
    ],
    ['taking it back', () => world.sql.query('delete from register_lineage'), /permission/],
  ])('refuse %s', async (_, attempt, refused) => {
    await expect(attempt()).rejects.toThrow(refused);
  });
});

describe('the drawing', () => {
  const graph = async () => (await onDay(school.institutionId)).lineage;

  it('has no two boxes in one place, and time goes down', async () => {
    const { boxes, ways, labels, width, height } = drawLineage(await graph());
    expect(new Set(boxes.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
    const y = (id: string | undefined) => boxes.find((box) => box.id === id)?.y ?? NaN;
    expect(y(left)).toBeLessThan(y(school.institutionId));
    expect(y(school.institutionId)).toBeLessThan(y(south));
    for (const box of boxes) expect([box.x >= 0, box.x <= width, box.y <= height]).toEqual([true, true, true]);
    expect([ways.length, labels.length]).toEqual([4, 2]);
    expect(boxes.map(({ ended }) => ended).filter(Boolean)).toHaveLength(2);
  });

  it('says in the list each case once, with everybody of it', async () => {
    const turns = turnsOfLineage(await graph());
    expect(turns).toEqual([
      { kind: 'merger', day: MERGED_ON, from: expect.arrayContaining([left, right]), to: [school.institutionId] },
      { kind: 'division', day: DIVIDED_ON, from: [school.institutionId], to: expect.arrayContaining([north, south]) },
    ]);
  });

  it('comes to an end also where somebody wrote a circle', () => {
    const edge = (predecessor: string, successor: string) => ({
      predecessor,
      successor,
      kind: 'merger' as const,
      day: MERGED_ON,
      caseNumber: null,
    });
    const node = (id: string, column: number) => ({ id, name: '演示'.repeat(20), state: 'OPERATING', column, row: 0 });
    const drawn = drawLineage({ nodes: [node('a', 0), node('b', 1)], edges: [edge('a', 'b'), edge('b', 'a')] });
    expect(drawn.boxes[0]?.lines).toHaveLength(3);
    expect(drawn.boxes[0]?.lines.at(-1)).toMatch(/…$/);
  });
});
