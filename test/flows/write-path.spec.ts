import pg from 'pg';
import { World } from './harness.js';

let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

/** The statements that a step sends, from its transaction's begin to its end. */
async function statementsOf(step: () => Promise<unknown>): Promise<string[]> {
  const query = jest.spyOn(pg.Client.prototype, 'query');
  try {
    await step();
    const texts = query.mock.calls.map(([asked]) => (asked as unknown as { text: string }).text);
    return texts.slice(
      texts.findIndex((text) => text.startsWith('begin')),
      texts.lastIndexOf('commit') + 1,
    );
  } finally {
    query.mockRestore();
  }
}

it('a command with a letter is eight statements, and a filing eighteen', async () => {
  const clerk = await world.as('clerk');
  const sponsor = await world.as('sponsor');
  const caseId = await world.drafted();
  const filing = await statementsOf(() => sponsor.does(caseId, 'submit'));
  await clerk.does(caseId, 'recordVerdicts', await world.verdicts(caseId));
  const accepting = await statementsOf(() => clerk.does(caseId, 'accept'));
  expect({ filing: filing.length, accepting: accepting.length }).toEqual({ filing: 18, accepting: 8 });
});

it('letters written at once are numbered without a gap, and no blank stands in any of them', async () => {
  const cases = await Promise.all([world.drafted(), world.drafted(), world.drafted()]);
  const sponsor = await world.as('sponsor');
  const standing = await world.sql.query<{ n: number }>(
    `select last as n from serial_number where series like 'notice:%'`,
  );
  await Promise.all(cases.map((caseId) => sponsor.does(caseId, 'submit')));
  const letters = await world.sql.query<{ number: string; content: { number: string; qr: string } }>(
    'select number, content from document where case_id = any($1) order by number',
    [cases],
  );
  const serials = letters.map(({ number }) => Number(/〕(\d+)号$/.exec(number)?.[1]));
  const before = standing[0]?.n ?? 0;
  expect(serials.sort((a, b) => a - b)).toEqual([before + 1, before + 2, before + 3]);
  for (const { number, content } of letters)
    expect([content.number, content.qr]).toEqual([
      number,
      expect.stringMatching(new RegExp(`number=${encodeURIComponent(number)}$`)),
    ]);
});
