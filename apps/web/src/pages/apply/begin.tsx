import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took } from '../../api.js';
import { Button, FaultSummary, useFaults, useKept } from '../../kit/index.js';

/** Opens a matter about a school with what is known of it in it: what the register knows is not asked. */
export function Begin({
  about,
  matter,
  known: fields,
  children,
}: {
  about: string;
  matter: string;
  known: Readonly<Record<string, string | number>>;
  children: ReactNode;
}) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept(`begin:${matter}:${about}`, '');
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const known = commandId || freshId();
    keepId(known);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: known, matter } }));
    const path = { params: { path: { id: caseId } } };
    await took(http.PATCH('/api/cases/{id}/draft', { ...path, body: { fields } }));
    forgetId();
    void client.invalidateQueries({ queryKey: ['own-institutions'] });
    void client.invalidateQueries({ queryKey: ['cases'] });
    go(`/cases/${caseId}/draft`);
  };
  const start = (): void => {
    setBusy(true);
    begin()
      .catch(showError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Button kind="secondary" busy={busy} onClick={start}>
        {children}
      </Button>
    </>
  );
}
