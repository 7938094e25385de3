import { EXPIRING_DAYS, expiringClocks, openCasesByState, liveTickets } from '../../../libs/cases/src/index.js';
import { outboxFigures, undoneByTopic } from '../../../libs/jobs/src/index.js';
import { exposition, gauge, machineNow, type Family } from '../../../libs/platform/src/index.js';
import type { Tools } from './tools.js';

/** The figures of the business are counted at most this often, however often somebody asks. */
const KEPT_MS = 1_000;

/** The figures for Prometheus: of this process as they are, of the business as they were a moment ago. */
export class Figures {
  private kept?: { at: number; families: Promise<Family[]> };

  constructor(private readonly tools: Tools) {}

  async text(): Promise<string> {
    const { requests, jobs } = this.tools.pulse;
    return exposition([...(await this.business()), requests.family(), jobs.family()]);
  }

  private business(): Promise<Family[]> {
    const now = machineNow();
    if (!this.kept || now - this.kept.at >= KEPT_MS) {
      const families = countBusiness(this.tools);
      this.kept = { at: now, families };
      // a count that failed is not kept
      families.catch(() => (this.kept = undefined));
    }
    return this.kept.families;
  }
}

async function countBusiness({ workshop, sql }: Tools): Promise<Family[]> {
  const { relayLagSeconds, oldestSeconds } = await outboxFigures(sql, new Date(machineNow()));
  const undone = await undoneByTopic(sql);
  const rows = (failed: boolean) =>
    undone.filter((one) => one.failed === failed).map(({ topic, count }) => ({ labels: { topic }, value: count }));
  const expiring = await expiringClocks(workshop, sql);
  const due = await sql.query<{ n: number }>('select count(*)::int as n from timer where wake_at <= $1', [
    workshop.clock.now(),
  ]);
  return [
    gauge(
      'licensing_clocks_expiring',
      `Clocks of cases that run out within ${EXPIRING_DAYS} days, by clock and light of the case; the nearest 500.`,
      expiring.map(({ clock, signal, count }) => ({ labels: { clock, signal }, value: count })),
    ),
    gauge('licensing_timers_due', 'Alarms of cases that have gone off and are not answered yet.', due[0]?.n ?? 0),
    gauge('licensing_outbox_oldest_seconds', 'Age of the oldest undone row of the outbox.', oldestSeconds),
    gauge('licensing_relay_lag_seconds', 'How long a row that may go out has waited for the relay.', relayLagSeconds),
    gauge('licensing_outbox_open', 'Undone rows of the outbox that have not failed, by topic.', rows(false)),
    gauge('licensing_outbox_failed', 'Undone rows of the outbox whose last attempt failed, by topic.', rows(true)),
    gauge(
      'licensing_cases_open',
      'Cases that are not closed, by state.',
      (await openCasesByState(sql)).map(({ state, count }) => ({ labels: { state }, value: count })),
    ),
    gauge(
      'licensing_supervision_tickets_live',
      'Supervision tickets that nobody has acknowledged, by the rung they stand on.',
      (await liveTickets(sql)).map(({ rung, count }) => ({ labels: { rung }, value: count })),
    ),
  ];
}
