import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { Loading } from './kit/index.js';
import { ROUTES, type PageName } from './route-table.js';

interface PageProps {
  params: Record<string, string | undefined>;
}
type Page = ComponentType<PageProps>;
interface LazyPage {
  (props: PageProps): ReactNode;
  preload(): void;
}

/**
 * A page in a file of its own. Once fetched it is shown at once. Not `lazy`: React holds back what comes after a fallback
 * until the fallback was seen for 0.3 seconds, on every page that is opened by its address.
 */
function page(load: () => Promise<Page>): LazyPage {
  let fetched: Page | undefined;
  const fetch = async (): Promise<Page> => (fetched = await load());
  const Shown = (props: PageProps): ReactNode => {
    const [came, come] = useState<{ page?: Page | undefined; failure?: unknown }>(() => ({ page: fetched }));
    useEffect(() => {
      if (!came.page)
        fetch().then(
          (loaded) => come({ page: loaded }),
          (failure: unknown) => come({ failure }),
        );
    }, [came.page]);
    if (came.failure) throw came.failure;
    return came.page ? createElement(came.page, props) : createElement(Loading);
  };
  return Object.assign(Shown, { preload: () => void fetch() });
}

/** A page that may show a form, with the words of the forms. */
const formPage = (load: () => Promise<Page>): LazyPage =>
  page(async () => (await Promise.all([load(), import('../../../libs/messages/src/web-forms.js')]))[0]);

/** Pages are fetched when they are first needed; an applicant never loads the desk. */
export const PAGES: Record<PageName, LazyPage> = {
  login: page(() => import('./pages/login.js').then(({ LoginPage }) => LoginPage)),
  signup: page(() => import('./pages/login.js').then(({ SignupPage }) => SignupPage)),
  apply: page(() => import('./pages/apply/triage.js').then(({ TriagePage }) => TriagePage)),
  cases: formPage(() => import('./pages/apply/cases.js').then(({ CasesPage }) => CasesPage)),
  draft: formPage(() => import('./pages/apply/draft.js').then(({ DraftPage }) => DraftPage)),
  question: formPage(() => import('./pages/apply/question.js').then(({ QuestionPage }) => QuestionPage)),
  papers: formPage(() => import('./pages/apply/papers.js').then(({ PapersPage }) => PapersPage)),
  answers: formPage(() => import('./pages/apply/answers.js').then(({ AnswersPage }) => AnswersPage)),
  coSigners: formPage(() => import('./pages/apply/co-signers.js').then(({ CoSignersPage }) => CoSignersPage)),
  coSign: formPage(() => import('./pages/apply/co-sign.js').then(({ CoSignPage }) => CoSignPage)),
  case: formPage(() => import('./pages/apply/case.js').then(({ CasePage }) => CasePage)),
  correction: formPage(() => import('./pages/apply/correction.js').then(({ CorrectionPage }) => CorrectionPage)),
  messages: formPage(() => import('./pages/apply/messages.js').then(({ MessagesPage }) => MessagesPage)),
  tolerance: formPage(() => import('./pages/apply/tolerance.js').then(({ TolerancePage }) => TolerancePage)),
  withdraw: formPage(() => import('./pages/apply/withdraw.js').then(({ WithdrawPage }) => WithdrawPage)),
  rate: formPage(() => import('./pages/apply/rate.js').then(({ RatePage }) => RatePage)),
  appointment: formPage(() => import('./pages/apply/appointment.js').then(({ AppointmentPage }) => AppointmentPage)),
  queue: formPage(() => import('./pages/desk/queue.js').then(({ QueuePage }) => QueuePage)),
  allCases: formPage(() => import('./pages/desk/all-cases.js').then(({ AllCasesPage }) => AllCasesPage)),
  deskCase: formPage(() => import('./pages/desk/case.js').then(({ DeskCasePage }) => DeskCasePage)),
  interests: page(() => import('./pages/desk/interests.js').then(({ InterestsPage }) => InterestsPage)),
  recusal: formPage(() => import('./pages/apply/recusal.js').then(({ RecusalPage }) => RecusalPage)),
  officeTime: page(() => import('./pages/desk/office-time.js').then(({ OfficeTimePage }) => OfficeTimePage)),
  checkIn: formPage(() => import('./pages/desk/check-in.js').then(({ CheckInPage }) => CheckInPage)),
  agenda: formPage(() => import('./pages/desk/agenda.js').then(({ AgendaPage }) => AgendaPage)),
  supervision: formPage(() => import('./pages/desk/supervision.js').then(({ SupervisionPage }) => SupervisionPage)),
  register: formPage(() => import('./pages/desk/register.js').then(({ RegisterPage }) => RegisterPage)),
  registerEntry: formPage(() =>
    import('./pages/desk/register-entry.js').then(({ RegisterEntryPage }) => RegisterEntryPage),
  ),
  visits: formPage(() => import('./pages/visit/visits.js').then(({ VisitsPage }) => VisitsPage)),
  visit: formPage(() => import('./pages/visit/visit.js').then(({ VisitPage }) => VisitPage)),
  accounts: page(() => import('./pages/admin/accounts.js').then(({ AccountsPage }) => AccountsPage)),
  calendar: page(() => import('./pages/admin/calendar.js').then(({ CalendarPage }) => CalendarPage)),
  outbox: page(() => import('./pages/admin/outbox.js').then(({ OutboxPage }) => OutboxPage)),
  settings: page(() => import('./pages/admin/settings.js').then(({ SettingsPage }) => SettingsPage)),
};

/** Fetches the page of an address before it is opened: a hand that comes near a link will most likely follow it. */
export const preloadPage = (path: string): void =>
  ROUTES.filter(({ path: pattern }) => pattern === path).forEach(({ page: name }) => PAGES[name].preload());
