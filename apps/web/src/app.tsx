import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import { Fetched, Heading } from './kit/index.js';
import { Layout } from './layout.js';
import { PAGES } from './pages.js';
import { ROUTES, type Audience, type Route as RouteEntry } from './route-table.js';
import { useSay, WithLanguage } from './say.js';
import { INSPECTOR_ROLES, OFFICER_ROLES, STAFF_ROLES } from '../../../libs/law/src/roles.js';
import { hasRole, homeOf, useSession, type SessionView } from './session.js';

/** One client: answers are fresh for a moment, a refusal is not asked again, a broken connection is. */
const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 5_000, retry: (count, error) => error instanceof TypeError && count < 3 } },
});

const MAY: Record<Exclude<Audience, 'everybody'>, readonly string[]> = {
  sponsor: ['sponsor'],
  officer: OFFICER_ROLES,
  inspector: INSPECTOR_ROLES,
  staff: STAFF_ROLES,
  securityAdmin: ['securityAdmin'],
  systemAdmin: ['systemAdmin', 'auditAdmin'],
};

export function App() {
  return (
    <WithLanguage>
      <QueryClientProvider client={client}>
        <Router base="/app">
          <Switch>
            {ROUTES.map((entry) => (
              <Route key={entry.path} path={entry.path}>
                {(params) => <Page entry={entry} params={params as Record<string, string | undefined>} />}
              </Route>
            ))}
            <Route path="/">
              <Start />
            </Route>
            <Route>
              <NotFound />
            </Route>
          </Switch>
        </Router>
      </QueryClientProvider>
    </WithLanguage>
  );
}

function Page({ entry, params }: { entry: RouteEntry; params: Record<string, string | undefined> }) {
  const session = useSession();
  const Shown = PAGES[entry.page];
  return (
    <Layout density={entry.density}>
      <Fetched query={session}>
        {(who) => (
          <Guarded entry={entry} session={who}>
            <Shown params={params} />
          </Guarded>
        )}
      </Fetched>
    </Layout>
  );
}

/** The server refuses what is not allowed; here people are only led to where they can go on. */
function Guarded({
  entry: { audience },
  session,
  children,
}: {
  entry: RouteEntry;
  session: SessionView | null;
  children: React.ReactNode;
}) {
  const t = useSay();
  const [location] = useLocation();
  if (audience === 'everybody') return children;
  if (!session) return <Redirect to={`/login?to=${encodeURIComponent(location)}`} replace />;
  if (hasRole(session, MAY[audience])) return children;
  return (
    <>
      <Heading>{t('ui.forbidden')}</Heading>
      <p>
        <a href="/">{t('ui.backHome')}</a>
      </p>
    </>
  );
}

function Start() {
  const session = useSession();
  return (
    <Layout density="calm">
      <Fetched query={session}>{(who) => <Redirect to={who ? homeOf(who) : '/login'} replace />}</Fetched>
    </Layout>
  );
}

function NotFound() {
  const t = useSay();
  return (
    <Layout density="calm">
      <Heading>{t('ui.notFound')}</Heading>
      <p>{t('ui.notFoundHint')}</p>
      <p>
        <a href="/">{t('ui.backHome')}</a>
      </p>
    </Layout>
  );
}
