import {
  compareDates,
  isIdleTask,
  OFFICER_ROLES,
  plainDateOf,
  SIGNALS,
  type PlainDate,
  type Role,
  type Signal,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import type { Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { Workshop } from '../handle.js';
import { deskOf, movedOnDay, type Light } from './light.js';
import { lightOfTask, openTasks, type OpenTask } from './lights.js';

/** What waits at one desk, by colour, and what has lain there longest. */
export interface DeskOfBoard {
  /** The desk; null is everything that no desk has in hand: with the applicant, with experts, in print. */
  role: Role | null;
  tasks: number;
  signals: { signal: Signal | null; tasks: number }[];
  idle: number;
  oldest: { caseId: string; institutionName: string; movedOn: PlainDate; idleDays: number } | null;
}

export type BoardScope = 'mine' | 'section' | 'office';

interface Task {
  task: OpenTask;
  desk: Role | null;
  light: Light | null;
  movedOn: PlainDate | null;
  idle: boolean;
}

/** Desks that have cases in hand, in the order of a case's way. */
const DESKS: readonly Role[] = ['windowClerk', 'reviewer', 'legalReviewer', 'decisionMaker', 'registrar'];
const BATCH = 500;

/**
 * The board of supervision: for a person the desks that are theirs, for the section each desk, for the office all of it
 * in one. Read off the logs; nobody types anything in.
 */
export async function supervisionBoard(
  workshop: Workshop,
  sql: Sql,
  actor: Actor,
  scope: BoardScope,
): Promise<{ asOf: PlainDate; scope: BoardScope; desks: DeskOfBoard[] }> {
  const tasks = await everyTask(workshop, sql, actor);
  const asOf = plainDateOf(workshop.clock.now());
  if (scope === 'office') return { asOf, scope, desks: [deskOfBoard(null, tasks)] };
  const desks = [...DESKS, ...OFFICER_ROLES.filter((role) => !DESKS.includes(role))];
  const asked = scope === 'mine' ? desks.filter((role) => actor.roles.includes(role)) : desks;
  const rows = asked.map((role) =>
    deskOfBoard(
      role,
      tasks.filter(({ desk }) => desk === role),
    ),
  );
  const shown = rows.filter(({ role, tasks: n }) => n > 0 || (role !== null && DESKS.includes(role)));
  const elsewhere = tasks.filter(({ desk }) => desk === null);
  return { asOf, scope, desks: scope === 'section' ? [...shown, deskOfBoard(null, elsewhere)] : shown };
}

async function everyTask(workshop: Workshop, sql: Sql, { accountId }: Actor): Promise<Task[]> {
  const calendar = await workshop.calendars.inForce(sql);
  const found: Task[] = [];
  const after = (id: string | null) => nextBatch(sql, id, accountId);
  for (let batch = await after(null); batch.length > 0; batch = await after(batch.at(-1)?.id ?? null))
    for (const task of batch) {
      const light = await lightOfTask(workshop, sql, task, calendar);
      const idle = light !== null && isIdleTask(light.idleDays, workshop.shelf.readings);
      found.push({ task, desk: deskOf(task.log), light, movedOn: movedOnDay(task.log), idle });
    }
  return found;
}

const nextBatch = (sql: Sql, after: string | null, reader: string | null): Promise<OpenTask[]> =>
  openTasks(sql, `($1::uuid is null or c.id > $1) and ${notRecused('c.id', '$2')} order by c.id limit ${BATCH}`, [
    after,
    reader,
  ]);

function deskOfBoard(role: Role | null, tasks: readonly Task[]): DeskOfBoard {
  const idle = tasks.filter((task) => task.idle);
  const oldest = [...idle].sort((a, b) => compareDates(a.movedOn as PlainDate, b.movedOn as PlainDate))[0];
  return {
    role,
    tasks: tasks.length,
    signals: [...SIGNALS, null].map((signal) => ({
      signal,
      tasks: tasks.filter(({ light }) => (light?.signal ?? null) === signal).length,
    })),
    idle: idle.length,
    oldest:
      oldest?.movedOn && oldest.light
        ? {
            caseId: oldest.task.id,
            institutionName: oldest.task.institutionName,
            movedOn: oldest.movedOn,
            idleDays: oldest.light.idleDays,
          }
        : null,
  };
}
