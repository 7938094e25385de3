import type { Dice } from '../dice.js';
import type { Town } from './town.js';

/** The system administrator of the demonstration: moves its clock, and puts new calendars in force. */
export class Keeper {
  constructor(
    private readonly town: Town,
    private readonly dice: Dice,
  ) {}

  async jump(hours: number): Promise<void> {
    const now = await this.now();
    if (!now) return;
    const to = new Date(now.getTime() + hours * 3_600_000).toISOString();
    const moved = await this.town.send('sysadmin', 'POST', '/api/clock', { to });
    if (moved.status === 200) this.town.ledger.moved(to);
  }

  /**
   * Another day off soon in this county, in the place of the one before: every open case counts its days anew. What was
   * shown is put in force only as long as no case has moved meanwhile, so that it may take some tries.
   */
  async newCalendar(): Promise<void> {
    for (let tries = 0; tries < 6; tries += 1) if (await this.adopt(this.dice.whole(2, 6))) return;
  }

  private async adopt(daysAhead: number): Promise<boolean> {
    const { status, body } = await this.town.get<Year>('sysadmin', '/api/admin/calendar');
    const now = await this.now();
    if (status !== 200 || !now) return false;
    const { year, notice, daysOff, makeUpDays } = body;
    const coming = new Date(now.getTime() + daysAhead * 86_400_000).toISOString().slice(0, 10);
    const localDays = coming.startsWith(String(year)) ? [{ ...DAY_OFF, day: coming }] : [];
    const change = { year, notice, daysOff: daysOff.map((day) => ({ from: day, to: day })), makeUpDays, localDays };
    const report = await this.town.send<Report>('sysadmin', 'POST', '/api/admin/calendar/report', change);
    if (report.status !== 200) return false;
    const { baseVersion, reportHash } = report.body;
    const adoption = { commandId: this.dice.id(), change, reason: '演示变更', baseVersion, reportHash };
    const adopted = await this.town.send<Adopted>('sysadmin', 'POST', '/api/admin/calendar/versions', adoption);
    if (adopted.status === 201) this.town.ledger.calendar(adopted.body.version, adopted.body.contentHash);
    return adopted.status === 201;
  }

  private async now(): Promise<Date | null> {
    const { status, body } = await this.town.get<{ now: string }>('sysadmin', '/api/clock');
    return status === 200 ? new Date(body.now) : null;
  }
}

const DAY_OFF = { region: '150203', kind: 'dayOff', reason: '演示：全县停课', documentNumber: '演示〔1〕号' };

interface Year {
  year: number;
  notice: string | null;
  daysOff: string[];
  makeUpDays: unknown[];
}
interface Report {
  baseVersion: string;
  reportHash: string;
}
interface Adopted {
  version: string;
  contentHash: string;
}
