import { useQuery } from '@tanstack/react-query';
import { http, took, type Schemas } from '../../api.js';

export type VisitView = Schemas['Visit'];
export type Item = VisitView['checklist'][number];
export type Answer = 'pass' | 'fail' | 'notApplicable';
export const ANSWERS: readonly Answer[] = ['pass', 'fail', 'notApplicable'];

/** All my visits in one answer, so that a page of one is there at once, and still there when the network is not. */
export function useVisits({ watching = false } = {}) {
  return useQuery({
    queryKey: ['visits'],
    gcTime: Infinity,
    refetchInterval: watching ? 15_000 : false,
    queryFn: async (): Promise<VisitView[]> => (await took(http.GET('/api/visits'))).items,
  });
}

export type Phase = 'later' | 'toCheck' | 'toSign' | 'halfSigned' | 'inForce';

export function phaseOf({ plannedOn, result, signatures }: VisitView, today: string): Phase {
  if (signatures >= 2) return 'inForce';
  if (signatures === 1) return 'halfSigned';
  if (result) return 'toSign';
  return plannedOn > today ? 'later' : 'toCheck';
}

export type Group = 'today' | 'open' | 'later' | 'over';
export const GROUPS: readonly Group[] = ['today', 'open', 'later', 'over'];

/** Today's first, then what was left open; in each what is to be done stands before what is done, the nearest day on top. */
export function grouped(visits: readonly VisitView[], today: string): Record<Group, VisitView[]> {
  const groups: Record<Group, VisitView[]> = { today: [], open: [], later: [], over: [] };
  const done = ({ signatures }: VisitView): number => Number(signatures >= 2);
  const byDay = [...visits].sort((a, b) => done(a) - done(b) || a.plannedOn.localeCompare(b.plannedOn));
  for (const visit of byDay) {
    if (visit.plannedOn === today) groups.today.push(visit);
    else if (visit.signatures >= 2) groups.over.unshift(visit);
    else groups[visit.plannedOn < today ? 'open' : 'later'].push(visit);
  }
  return groups;
}
