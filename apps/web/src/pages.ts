import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { PageName } from './route-table.js';

type Page = ComponentType<{ params: Record<string, string | undefined> }>;
const page = (load: () => Promise<Page>): LazyExoticComponent<Page> => lazy(async () => ({ default: await load() }));

/** Pages are fetched when they are first needed; an applicant never loads the desk. */
export const PAGES: Record<PageName, LazyExoticComponent<Page>> = {
  login: page(() => import('./pages/login.js').then(({ LoginPage }) => LoginPage)),
  signup: page(() => import('./pages/login.js').then(({ SignupPage }) => SignupPage)),
  apply: page(() => import('./pages/apply/triage.js').then(({ TriagePage }) => TriagePage)),
  cases: page(() => import('./pages/apply/cases.js').then(({ CasesPage }) => CasesPage)),
  draft: page(() => import('./pages/apply/draft.js').then(({ DraftPage }) => DraftPage)),
  question: page(() => import('./pages/apply/question.js').then(({ QuestionPage }) => QuestionPage)),
  papers: page(() => import('./pages/apply/papers.js').then(({ PapersPage }) => PapersPage)),
  answers: page(() => import('./pages/apply/answers.js').then(({ AnswersPage }) => AnswersPage)),
  case: page(() => import('./pages/apply/case.js').then(({ CasePage }) => CasePage)),
  correction: page(() => import('./pages/apply/correction.js').then(({ CorrectionPage }) => CorrectionPage)),
  withdraw: page(() => import('./pages/apply/withdraw.js').then(({ WithdrawPage }) => WithdrawPage)),
  rate: page(() => import('./pages/apply/rate.js').then(({ RatePage }) => RatePage)),
  queue: page(() => import('./pages/desk/queue.js').then(({ QueuePage }) => QueuePage)),
  allCases: page(() => import('./pages/desk/all-cases.js').then(({ AllCasesPage }) => AllCasesPage)),
  deskCase: page(() => import('./pages/desk/case.js').then(({ DeskCasePage }) => DeskCasePage)),
  officeTime: page(() => import('./pages/desk/office-time.js').then(({ OfficeTimePage }) => OfficeTimePage)),
  register: page(() => import('./pages/desk/register.js').then(({ RegisterPage }) => RegisterPage)),
  registerEntry: page(() =>
    import('./pages/desk/register-entry.js').then(({ RegisterEntryPage }) => RegisterEntryPage),
  ),
  visits: page(() => import('./pages/visit/visits.js').then(({ VisitsPage }) => VisitsPage)),
  visit: page(() => import('./pages/visit/visit.js').then(({ VisitPage }) => VisitPage)),
  accounts: page(() => import('./pages/admin/accounts.js').then(({ AccountsPage }) => AccountsPage)),
  calendar: page(() => import('./pages/admin/calendar.js').then(({ CalendarPage }) => CalendarPage)),
  settings: page(() => import('./pages/admin/settings.js').then(({ SettingsPage }) => SettingsPage)),
};
