import { createElement, lazy, useState, type ComponentType, type ReactNode } from 'react';
import { ROUTES, type PageName } from './route-table.js';

interface PageProps {
  params: Record<string, string | undefined>;
}
type Page = ComponentType<PageProps>;
interface LazyPage {
  (props: PageProps): ReactNode;
  preload(): void;
}

/** A page in a file of its own. Once fetched it is shown at once: a lazy component would blink even then. */
function page(load: () => Promise<Page>): LazyPage {
  let fetched: Page | undefined;
  const fetch = async (): Promise<Page> => (fetched = await load());
  const Later = lazy(async () => ({ default: await fetch() }));
  const Shown = (props: PageProps): ReactNode => {
    const [Chosen] = useState<Page>(() => fetched ?? Later);
    return createElement(Chosen, props);
  };
  return Object.assign(Shown, { preload: () => void fetch() });
}

/** Pages are fetched when they are first needed; an applicant never loads the desk. */
export const PAGES: Record<PageName, LazyPage> = {
  login: page(() => import('./pages/login.js').then(({ LoginPage }) => LoginPage)),
  signup: page(() => import('./pages/login.js').then(({ SignupPage }) => SignupPage)),
  apply: page(() => import('./pages/apply/triage.js').then(({ TriagePage }) => TriagePage)),
  cases: page(() => import('./pages/apply/cases.js').then(({ CasesPage }) => CasesPage)),
  draft: page(() => import('./pages/apply/draft.js').then(({ DraftPage }) => DraftPage)),
  question: page(() => import('./pages/apply/question.js').then(({ QuestionPage }) => QuestionPage)),
  papers: page(() => import('./pages/apply/papers.js').then(({ PapersPage }) => PapersPage)),
  answers: page(() => import('./pages/apply/answers.js').then(({ AnswersPage }) => AnswersPage)),
  coSigners: page(() => import('./pages/apply/co-signers.js').then(({ CoSignersPage }) => CoSignersPage)),
  coSign: page(() => import('./pages/apply/co-sign.js').then(({ CoSignPage }) => CoSignPage)),
  case: page(() => import('./pages/apply/case.js').then(({ CasePage }) => CasePage)),
  correction: page(() => import('./pages/apply/correction.js').then(({ CorrectionPage }) => CorrectionPage)),
  messages: page(() => import('./pages/apply/messages.js').then(({ MessagesPage }) => MessagesPage)),
  tolerance: page(() => import('./pages/apply/tolerance.js').then(({ TolerancePage }) => TolerancePage)),
  withdraw: page(() => import('./pages/apply/withdraw.js').then(({ WithdrawPage }) => WithdrawPage)),
  rate: page(() => import('./pages/apply/rate.js').then(({ RatePage }) => RatePage)),
  appointment: page(() => import('./pages/apply/appointment.js').then(({ AppointmentPage }) => AppointmentPage)),
  queue: page(() => import('./pages/desk/queue.js').then(({ QueuePage }) => QueuePage)),
  allCases: page(() => import('./pages/desk/all-cases.js').then(({ AllCasesPage }) => AllCasesPage)),
  deskCase: page(() => import('./pages/desk/case.js').then(({ DeskCasePage }) => DeskCasePage)),
  interests: page(() => import('./pages/desk/interests.js').then(({ InterestsPage }) => InterestsPage)),
  recusal: page(() => import('./pages/apply/recusal.js').then(({ RecusalPage }) => RecusalPage)),
  officeTime: page(() => import('./pages/desk/office-time.js').then(({ OfficeTimePage }) => OfficeTimePage)),
  checkIn: page(() => import('./pages/desk/check-in.js').then(({ CheckInPage }) => CheckInPage)),
  agenda: page(() => import('./pages/desk/agenda.js').then(({ AgendaPage }) => AgendaPage)),
  supervision: page(() => import('./pages/desk/supervision.js').then(({ SupervisionPage }) => SupervisionPage)),
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

/** Fetches the page of an address before it is opened: a hand that comes near a link will most likely follow it. */
export const preloadPage = (path: string): void =>
  ROUTES.filter(({ path: pattern }) => pattern === path).forEach(({ page: name }) => PAGES[name].preload());
