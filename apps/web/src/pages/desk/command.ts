import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { freshId, http, ProblemError, took, type CaseView, type Schemas } from '../../api.js';

export type Payload = Record<string, unknown>;
export type Answer = Schemas['CommandAnswer'];

/** After a step nothing that was fetched of this case still holds, nor do the lists. */
export function useRefresh(caseId: string) {
  const client = useQueryClient();
  return (): Promise<unknown> =>
    Promise.all(
      [['case', caseId], ['story', caseId], ['room', caseId], ['recusals', caseId], ['queue'], ['cases']].map(
        (queryKey) => client.invalidateQueries({ queryKey }),
      ),
    );
}

export const hasMovedOn = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'CASE_HAS_MOVED_ON';

/**
 * Sends steps of a case. The same attempt keeps its id, so that a lost answer is not a second step; another payload is
 * another attempt.
 */
export function useCommand({ id, version }: Pick<CaseView, 'id' | 'version'>) {
  const refresh = useRefresh(id);
  const attempt = useRef({ of: '', commandId: '' });
  return async (type: string, payload: Payload): Promise<Answer> => {
    const of = JSON.stringify([type, payload, version]);
    if (attempt.current.of !== of) attempt.current = { of, commandId: freshId() };
    const body = { commandId: attempt.current.commandId, type, payload, expectedVersion: version };
    const answer = await took<Answer>(http.POST('/api/cases/{id}/commands', { params: { path: { id } }, body }));
    attempt.current = { of: '', commandId: '' };
    await refresh();
    return answer;
  };
}
