import { CLOCK_EVENTS, decide } from '../../procedures/src/index.js';
import type { Transaction } from '../../platform/src/index.js';
import { setTimers } from './alarms.js';
import { nextLegalEffect } from './clocks.js';
import { SYSTEM } from './commands/command.js';
import { hearingOf, type Prepared } from './commands/hearing.js';
import { PREPARE } from './commands/prepare.js';
import { enter } from './enter.js';
import { clocksOfFile, type CaseFile } from './file-of-case.js';
import type { Workshop } from './workshop.js';

/** Deemed acceptance, expiries and missed limits, in legal order and with their legal dates, before anything else. */
export async function applyDueEffects(workshop: Workshop, sql: Transaction, opened: CaseFile): Promise<CaseFile> {
  let file = opened;
  for (let due = nextLegalEffect(file.clocks, file.now); due; due = nextLegalEffect(file.clocks, file.now)) {
    const type = CLOCK_EVENTS[due.id];
    const dated = { ...file, today: due.deadline.dueOn, now: file.now };
    const hearing = hearingOf(workshop, sql, dated, SYSTEM);
    const prepared = (await PREPARE[type](hearing, {})) as Prepared;
    const decided = decide(file.procedure, file.row.snapshot, prepared.event, 'system');
    if (decided.refused)
      throw new Error(`the clock ${due.id} of case ${file.row.id} has run out but ${type} is refused`);
    file = await enter(workshop, sql, dated, { commandId: null, actor: SYSTEM, role: 'system' }, prepared, decided);
    file = { ...file, today: opened.today };
    file = { ...file, clocks: clocksOfFile(file) };
    setTimers(sql, file.row.id, file.clocks);
  }
  return file;
}
