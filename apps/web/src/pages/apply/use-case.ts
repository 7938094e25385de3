import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { DeclaredFacts } from '../../../../../libs/law/src/packs/applicable-lines.js';
import { freshId, http, ProblemError, took, type CaseView, type Schemas } from '../../api.js';

export type Material = Schemas['Material'];

/** One case; asked again on coming back to the page, and every two seconds while a document is still being made. */
export function useCase(id: string) {
  return useQuery({
    queryKey: ['case', id],
    queryFn: () => took(http.GET('/api/cases/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.documents.some(({ ready }) => !ready) ? 2_000 : false),
  });
}

export function useStory({ id, version }: CaseView) {
  return useQuery({
    queryKey: ['story', id, version],
    queryFn: () => took(http.GET('/api/cases/{id}/events', { params: { path: { id } } })),
  });
}

export function useFlow(code: string) {
  return useQuery({
    queryKey: ['flow', code],
    staleTime: Infinity,
    queryFn: () => took(http.GET('/api/matters/{code}/flow', { params: { path: { code } } })),
  });
}

export function useGuide(matter: string) {
  return useQuery({
    queryKey: ['guide', matter],
    staleTime: 60_000,
    queryFn: () => took(http.GET('/api/matters/{code}', { params: { path: { code: matter } } })),
  });
}

/** A matter and what is declared about it. */
export interface Declared {
  matter: string;
  facts: DeclaredFacts;
}

export function useEstimate({ matter, facts }: Declared) {
  const query = Object.fromEntries(
    Object.entries(facts).map(([fact, yes]) => [fact, yes ? ('true' as const) : ('false' as const)]),
  );
  return useQuery({
    queryKey: ['estimate', matter, query],
    queryFn: () => took(http.GET('/api/matters/{code}/estimate', { params: { path: { code: matter }, query } })),
  });
}

/** After every change the case, its story and the list are asked for anew. */
export function useRefresh() {
  const client = useQueryClient();
  return async (caseId: string): Promise<void> => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['case', caseId] }),
      client.invalidateQueries({ queryKey: ['cases'] }),
    ]);
  };
}

/**
 * Sends commands to a case. The same attempt keeps its id, so that a cut connection cannot do a thing twice; what was
 * answered, and what was edited, gets a new one.
 */
export function useCommand(caseId: string) {
  const refresh = useRefresh();
  const attempt = useRef({ id: '', body: '' });
  return async (type: string, payload: Record<string, unknown> = {}): Promise<void> => {
    const body = JSON.stringify([type, payload]);
    if (attempt.current.body !== body) attempt.current = { id: freshId(), body };
    try {
      await took(
        http.POST('/api/cases/{id}/commands', {
          params: { path: { id: caseId } },
          body: { commandId: attempt.current.id, type, payload },
        }),
      );
    } catch (error) {
      if (error instanceof ProblemError && error.status < 500) attempt.current = { id: '', body: '' };
      throw error;
    }
    attempt.current = { id: '', body: '' };
    await refresh(caseId);
  };
}

export const may = ({ allowed }: Pick<CaseView, 'allowed'>, event: string): boolean =>
  allowed.some((one) => one.event === event);

const OVER = ['ARCHIVED', 'NOT_REQUIRED', 'NOT_COMPETENT', 'WITHDRAWN', 'DISCONTINUED', 'DISCARDED'];

/** Nothing comes any more in this case. */
export const isOver = ({ state }: { state: string }): boolean => OVER.includes(state);

/** The day in Shanghai of an instant. */
export const dayOf = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);
};
