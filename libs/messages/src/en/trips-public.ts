import type { tripsPublic as zh } from '../zh-CN/trips-public.js';

/** The public board of visits */
export const tripsPublic: Record<keyof typeof zh, string> = {
  'page.record.title': 'Visits: promise and fact',
  'page.record.lead': 'For every matter and month: the visits proved and the visits measured, side by side.',
  'page.record.rule':
    'What the bureau demanded or caused counts. So does what the applicant has not confirmed as their own wish.',
  'page.record.none': 'No case is closed yet.',
  'page.record.month': 'Month of closing',
  'page.record.matter': 'Matter',
  'page.record.closed': 'Cases closed',
  'page.record.average': 'Visits, average',
  'page.record.most': 'Visits, most',
  'page.record.zero': 'Share without a visit',
  'page.record.bound': 'Bound proved',
  'page.record.percent': '{n}%',
  'page.record.notProved': 'not proved',
  'page.record.csv': 'Table (CSV)',
  'page.record.json': 'Open data (JSON)',
  'page.appointment.calendar': '{matter}: {cause}',
  'page.appointment.home': 'the school’s place',
};
