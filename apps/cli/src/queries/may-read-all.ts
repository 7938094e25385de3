/** Statements that read a large table to its end, and why they may. */
export const MAY_READ_ALL: Readonly<Record<string, string>> = {
  'apps/api/src/demo.ts ensureDemoAccounts': 'once, when a demonstration starts',
  'libs/people/src/accounts.ts demoAccounts': 'once, at a start: a production system refuses demo accounts',
  'libs/cases/src/calendar/report.ts reportOn':
    'counts the closed cases that a new calendar leaves alone, before it is adopted',
  'libs/cases/src/queries/figures.ts liveTickets':
    'a figure that is kept for some seconds; tickets are for what went wrong',
  'libs/cases/src/recusal/requests.ts openRequests': 'requests for a recusal are few, and each is ruled upon once',
  'libs/publicity/src/log-roots.ts rollLogRoots': 'the first day of the log, asked for while there is no root yet',
  'libs/publicity/src/once-told.ts onceTold': 'figures by month over everything that was ever told',
  'libs/register/src/likeness.ts foundBy':
    'schools with further campuses are few and have an index of their own; without figures the planner takes them for all',
};

/** Where there is an index for it, and reading everything is cheaper once the figures of real rows are known. */
export const MAY_READ_ALL_OF_MANY: Readonly<Record<string, string>> = {
  'libs/cases/src/calendar/adopt.ts wakeOpenCases': 'wakes every open case, once for each calendar that is adopted',
};
