import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { useFaults } from '../../kit/index.js';

export type Room = Schemas['DecisionRoom'];
export type OwnInterests = Schemas['OwnInterests'];
export type Recusals = Schemas['Recusals'];

export const useRoom = (id: string) =>
  useQuery({
    queryKey: ['room', id],
    queryFn: () => took<Room>(http.GET('/api/cases/{id}/decision-room', { params: { path: { id } } })),
  });

export const useRecusals = (id: string) =>
  useQuery({
    queryKey: ['recusals', id],
    queryFn: () => took<Recusals>(http.GET('/api/cases/{id}/recusals', { params: { path: { id } } })),
  });

/** One form that sends one thing: its faults, whether it is busy, and what must be asked for anew afterwards. */
export function useSending(...stale: readonly (readonly string[])[]) {
  const client = useQueryClient();
  const faults = useFaults();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(false);
  const send = async (work: () => Promise<unknown>): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setSent(false);
    try {
      await work();
      faults.clear();
      setSent(true);
      await Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey: [...queryKey] })));
    } catch (error) {
      faults.showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { ...faults, busy, sent, send };
}
