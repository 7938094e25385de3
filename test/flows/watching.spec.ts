import { World } from './harness.js';

/** What a machine asks that watches over the system: whether it is ready, and its figures. */
let world: World;
beforeAll(async () => {
  world = await World.make();
});
afterAll(() => world.close());

interface Readiness {
  ok: boolean;
  reason?: string;
  checks: Record<string, { ok: boolean; [figure: string]: unknown }>;
}
const ready = async () => {
  const { status, body } = await world.nobody().send<Readiness>('GET', '/readyz');
  return { status, ...body, wrong: Object.entries(body.checks).flatMap(([name, { ok }]) => (ok ? [] : [name])) };
};
const metrics = async (): Promise<string> => (await world.nobody().send<string>('GET', '/metrics')).body;

describe('/readyz', () => {
  it('names every check, and holds on a system that is well', async () => {
    await world.submitted();
    await world.work();
    const { status, checks, wrong } = await ready();
    expect([status, wrong]).toEqual([200, []]);
    expect(Object.keys(checks).sort()).toEqual([
      'clockReplay',
      'database',
      'migrations',
      'oldestUndelivered',
      'relayLag',
    ]);
    expect(checks['clockReplay']).toMatchObject({ due: 0, disagreeing: 0, reckoned: 1 });
  });

  it('a row that no relay takes, and then one that is not delivered', async () => {
    const caseId = await world.submitted();
    await world.sql.query(`update outbox set created_at = now() - interval '61 seconds' where case_id = $1`, [caseId]);
    expect(await ready()).toMatchObject({
      status: 503,
      wrong: ['relayLag'],
      reason: expect.stringMatching(/^relayLag seconds=6\d$/),
    });
    await world.sql.query(
      `update outbox set released_at = now(), created_at = now() - interval '301 seconds' where case_id = $1`,
      [caseId],
    );
    expect(await ready()).toMatchObject({ status: 503, wrong: ['oldestUndelivered'] });
    // what failed is for the operator to see to, and does not take the system away from everybody else
    await world.sql.query(`update outbox set last_error = 'Error: demo' where case_id = $1`, [caseId]);
    expect(await ready()).toMatchObject({ status: 200 });
    await world.sql.query('update outbox set last_error = null, released_at = null where case_id = $1', [caseId]);
    await world.work();
  });

  it('a migration that the database has not seen', async () => {
    await asOwner(`update schema_migration set name = 'Other' where name = 'Operators1772600000000'`);
    expect(await ready()).toMatchObject({
      status: 503,
      wrong: ['migrations'],
      reason: 'migrations missing=Operators1772600000000',
    });
    await asOwner(`update schema_migration set name = 'Operators1772600000000' where name = 'Other'`);
  });

  it('an alarm that was moved or is missing, though its clock is not', async () => {
    const timers = await world.sql.query<{ case_id: string; clock: string; wake_at: Date }>(
      'select case_id, clock, wake_at from timer',
    );
    await world.sql.query(`update timer set wake_at = wake_at + interval '1 day'`);
    expect(await ready()).toMatchObject({ status: 503, wrong: ['clockReplay'] });
    for (const { case_id, clock, wake_at } of timers)
      await world.sql.query('update timer set wake_at = $3 where case_id = $1 and clock = $2', [
        case_id,
        clock,
        wake_at,
      ]);
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it('an alarm that went off and that nobody answered, counted from the leap of the clock', async () => {
    world.clock.set('2026-03-20');
    await world.sql.query(
      `insert into development_clock (id, offset_ms) values (1, 0) on conflict (id) do update set moved_at = now()`,
    );
    expect((await ready()).checks['clockReplay']).toMatchObject({ ok: true, lateSeconds: 0 });
    await world.sql.query(`update development_clock set moved_at = now() - interval '6 minutes'`);
    const { status, wrong, checks } = await ready();
    expect([status, wrong]).toEqual([503, ['clockReplay']]);
    expect(Number(checks['clockReplay']?.['lateSeconds'])).toBeGreaterThanOrEqual(360);
    await world.work();
    expect(await ready()).toMatchObject({ status: 200 });
  });

  it('a process that is on its way out', async () => {
    world.tools.pulse.stopping = true;
    expect(await ready()).toMatchObject({ status: 503, wrong: ['stopping'], reason: 'stopping' });
    world.tools.pulse.stopping = false;
  });
});

const asOwner = async (text: string): Promise<void> => {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: world.database.ownerUrl });
  await client.connect();
  await client.query(text).finally(() => client.end());
};

describe('/metrics', () => {
  it('every family has its help and type, every sample is a number; no case, number or person in it', async () => {
    const caseId = await world.decidable();
    const { number } = await world.view(caseId);
    await world.sql.query(
      `update outbox set last_error = 'Error: 演示' where id = (select min(id) from outbox where case_id = $1)`,
      [caseId],
    );
    const text = await freshMetrics();
    const families = [...text.matchAll(/^# TYPE (\w+) (gauge|histogram)$/gm)].map(([, name]) => name);
    expect(families).toEqual([
      'licensing_clocks_expiring',
      'licensing_timers_due',
      'licensing_outbox_oldest_seconds',
      'licensing_relay_lag_seconds',
      'licensing_outbox_open',
      'licensing_outbox_failed',
      'licensing_cases_open',
      'licensing_supervision_tickets_live',
      'http_request_duration_seconds',
      'job_duration_seconds',
    ]);
    for (const name of families) expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, 'm'));
    for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('#')))
      expect(line).toMatch(/^[a-z_]+(\{([a-z]+="[^"]*",?)+\})? \d+(\.\d+)?(e-\d+)?$/);
    expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|\p{Script=Han}/u);
    expect(text).not.toContain(number);
  });

  it('counts what the business does: expiring clocks by light, open cases by state, what failed, live tickets', async () => {
    const text = await freshMetrics();
    expect(text).toMatch(/^licensing_cases_open\{state="TO_DECIDE"\} 1$/m);
    expect(text).toMatch(/^licensing_outbox_failed\{topic="\w+"\} 1$/m);
    const caseId = await world.submitted();
    world.clock.set('2026-03-25');
    expect(await freshMetrics()).toMatch(
      /^licensing_clocks_expiring\{clock="correction_or_acceptance",signal="(none|green|blue|yellow)"\} 1$/m,
    );
    await (await world.as('clerk')).does(caseId, 'recordVerdicts', await world.verdicts(caseId));
    await (await world.as('clerk')).does(caseId, 'accept');
    world.clock.set('2026-04-15');
    expect(await freshMetrics()).toMatch(
      /^licensing_clocks_expiring\{clock="promised_decision",signal="(yellow|red|black)"\} [1-9]/m,
    );
    world.clock.set('2026-09-01');
    await world.sql.query('update outbox set last_error = null');
    await world.work();
    expect(await freshMetrics()).toMatch(/^licensing_supervision_tickets_live\{rung="\w+"\} [1-9]/m);
  });

  it('how long requests took, by template and status, never by address', async () => {
    await world.nobody().send('GET', '/api/public/licences/SECRET-NUMBER?q=演示');
    const text = await metrics();
    expect(text).toMatch(
      /^http_request_duration_seconds_count\{method="GET",route="\/api\/public\/licences\/:number",status="404"\} 1$/m,
    );
    expect(text).toMatch(
      /^http_request_duration_seconds_bucket\{method="POST",route="\/api\/session",status="200",le="\+Inf"\} [1-9]/m,
    );
    expect(text).not.toContain('SECRET-NUMBER');
  });
});

/** The figures of the business are kept for a moment: another view of them counts anew. */
const freshMetrics = async (): Promise<string> => {
  const { Figures } = await import('../../apps/api/src/figures.js');
  return new Figures(world.tools).text();
};
