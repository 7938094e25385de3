import { useQuery, useQueryClient } from '@tanstack/react-query';
import { INSPECTOR_ROLES, OFFICER_ROLES } from '../../../libs/law/src/roles.js';
import { http, ProblemError, rememberCsrf, took, type Schemas } from './api.js';

export type SessionView = Schemas['SessionView'];

/** Who is logged in; null for nobody. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    staleTime: 60_000,
    queryFn: async (): Promise<SessionView | null> => {
      if (document.documentElement.dataset['session'] !== 'on') return null; // the server saw no session cookie
      try {
        return remembered(await took(http.GET('/api/session')));
      } catch (error) {
        if (error instanceof ProblemError && error.status === 401) return null;
        throw error;
      }
    },
  });
}

export function useLogin() {
  const client = useQueryClient();
  return async (login: string, password: string): Promise<SessionView> => {
    rememberCsrf('');
    const session = remembered(await took(http.POST('/api/session', { body: { login, password } })));
    client.clear();
    client.setQueryData(['session'], session);
    return session;
  };
}

export function useLogout() {
  const client = useQueryClient();
  return async (): Promise<void> => {
    await took(http.DELETE('/api/session'));
    rememberCsrf('');
    client.clear();
    window.location.assign('/');
  };
}

function remembered(session: SessionView): SessionView {
  document.documentElement.dataset['session'] = 'on';
  rememberCsrf(session.csrf);
  return session;
}

export const hasRole = (session: SessionView | null | undefined, roles: readonly string[]): boolean =>
  session?.account.roles.some((role) => roles.includes(role)) ?? false;

/** Where a person starts after the login. */
export function homeOf(session: SessionView): string {
  if (hasRole(session, OFFICER_ROLES)) return '/desk';
  if (hasRole(session, INSPECTOR_ROLES)) return '/visits';
  if (hasRole(session, ['securityAdmin'])) return '/admin/accounts';
  if (hasRole(session, ['systemAdmin', 'auditAdmin'])) return '/admin/settings';
  return '/cases';
}
