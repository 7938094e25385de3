import {
  compareDates,
  isIdleTask,
  OFFICER_ROLES,
  plainDateOf,
  SIGNALS,
  type PlainDate,
  type Role,
  type Signal,
  WATCHERS,
} from '../../../law/src/index.js';
import { notRecused } from '../../../people/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import type { Actor } from '../commands/command.js';
import type { Workshop } from '../workshop.js';
import { handlersOfCases } from '../recusal/draw.js';
import { deskOf, movedOnDay, type Light } from './light.js';
import { lightOfTask, openTasks, type OpenTask } from './lights.js';

/** What waits at one desk, by colour, and what has lain there longest. */
export interface DeskOfBoard {
  /** The desk; null is everything that no desk has in hand: with the applicant, with experts, in print. */
  role: Role | null;
  /** In the board by person: who was drawn for it; null is work of a desk that nobody was drawn for. */
  holder: Holder | null;
  tasks: number;
  signals: { signal: Signal | null; tasks: number }[];
  idle: number;
  oldest: { caseId: string; institutionName: string; movedOn: PlainDate; idleDays: number } | null;
}

/** A person of the bureau, as colleagues know them. Nothing public is made of it. */
export interface Holder {
  accountId: string;
  name: string;
}

export type BoardScope = 'mine' | 'person' | 'section' | 'office';

interface Task {
  task: OpenTask;
  desk: Role | null;
  holder: Holder | null;
  light: Light | null;
  movedOn: PlainDate | null;
  idle: boolean;
}

/** Desks that have cases in hand, in the order of a case's way. */
const DESKS: readonly Role[] = ['windowClerk', 'reviewer', 'legalReviewer', 'decisionMaker', 'registrar'];
const ALL_DESKS: readonly Role[] = [...DESKS, ...OFFICER_ROLES.filter((role) => !DESKS.includes(role))];
const BATCH = 500;

/**
 * The board of supervision: what one has in hand oneself, what each person has, each desk, or the office in one. Read off
 * the logs and the draws; nobody types anything in.
 * @throws Refusal AUDIENCE_REFUSED who does not watch over desks, for what each person has in hand
 */
export async function supervisionBoard(
  workshop: Workshop,
  sql: Sql,
  actor: Actor,
  scope: BoardScope,
): Promise<{ asOf: PlainDate; scope: BoardScope; desks: DeskOfBoard[] }> {
  if (scope === 'person' && !WATCHERS.some((role) => actor.roles.includes(role))) throw new Refusal('AUDIENCE_REFUSED');
  const tasks = await everyTask(workshop, sql, actor);
  return { asOf: plainDateOf(workshop.clock.now()), scope, desks: ROWS_OF[scope](tasks, actor) };
}

const ROWS_OF: Readonly<Record<BoardScope, (tasks: readonly Task[], actor: Actor) => DeskOfBoard[]>> = {
  mine: (tasks, { roles, accountId }) =>
    desksOf(
      tasks.filter(({ holder }) => holder === null || holder.accountId === accountId),
      ALL_DESKS.filter((role) => roles.includes(role)),
    ),
  person: (tasks) => ALL_DESKS.flatMap((role) => peopleAt(role, tasks)),
  section: (tasks) => [
    ...desksOf(tasks, ALL_DESKS),
    rowOf(
      null,
      tasks.filter(({ desk }) => desk === null),
    ),
  ],
  office: (tasks) => [rowOf(null, tasks)],
};

/** A row a desk; those that have no cases by their nature only where they happen to have some. */
const desksOf = (tasks: readonly Task[], roles: readonly Role[]): DeskOfBoard[] =>
  roles
    .map((role) =>
      rowOf(
        role,
        tasks.filter(({ desk }) => desk === role),
      ),
    )
    .filter(({ role, tasks: n }) => n > 0 || (role !== null && DESKS.includes(role)));

/** A row a person at one desk, by name; last what nobody was drawn for. */
function peopleAt(role: Role, tasks: readonly Task[]): DeskOfBoard[] {
  const here = tasks.filter(({ desk }) => desk === role);
  const people = new Map(here.flatMap(({ holder }) => (holder ? [[holder.accountId, holder] as const] : [])));
  return [...[...people.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh')), null]
    .map((holder) =>
      rowOf(
        role,
        here.filter((task) => task.holder?.accountId === holder?.accountId),
        holder,
      ),
    )
    .filter(({ tasks: n }) => n > 0);
}

async function everyTask(workshop: Workshop, sql: Sql, { accountId }: Actor): Promise<Task[]> {
  const calendar = await workshop.calendars.inForce(sql);
  const found: Task[] = [];
  const after = (id: string | null) => nextBatch(sql, id, accountId);
  for (let batch = await after(null); batch.length > 0; batch = await after(batch.at(-1)?.id ?? null)) {
    const handlers = await handlersOfCases(
      sql,
      batch.map(({ id }) => id),
    );
    for (const task of batch) {
      const desk = deskOf(task.log);
      const handler = handlers.find(({ caseId, role }) => caseId === task.id && role === desk);
      const holder = handler ? { accountId: handler.accountId, name: handler.displayName } : null;
      const light = await lightOfTask(workshop, sql, task, calendar);
      const idle = light !== null && isIdleTask(light.idleDays, workshop.shelf.readings);
      found.push({ task, desk, holder, light, movedOn: movedOnDay(task.log), idle });
    }
  }
  return found;
}

const nextBatch = (sql: Sql, after: string | null, reader: string | null): Promise<OpenTask[]> =>
  openTasks(sql, `($1::uuid is null or c.id > $1) and ${notRecused('c.id', '$2')} order by c.id limit ${BATCH}`, [
    after,
    reader,
  ]);

function rowOf(role: Role | null, tasks: readonly Task[], holder: Holder | null = null): DeskOfBoard {
  const idle = tasks.filter((task) => task.idle);
  const oldest = [...idle].sort((a, b) => compareDates(a.movedOn as PlainDate, b.movedOn as PlainDate))[0];
  return {
    role,
    holder,
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
