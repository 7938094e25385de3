import { useQuery } from '@tanstack/react-query';
import { http, took, type CaseView, type Schemas } from '../../api.js';

export type Guide = Schemas['Guide'];
export type StoryEntry = Schemas['Story']['items'][number];
export type Material = Schemas['Material'];

const PRESS_MS = 2_000;

/** The case; asked again while a letter of it is still being printed. */
export const useCase = (id: string) =>
  useQuery({
    queryKey: ['case', id],
    queryFn: () => took<CaseView>(http.GET('/api/cases/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.documents.some(({ ready }) => !ready) ? PRESS_MS : false),
  });

export const useStory = (id: string) =>
  useQuery({
    queryKey: ['story', id],
    queryFn: () => took(http.GET('/api/cases/{id}/events', { params: { path: { id } } })),
  });

export const useGuide = (matter: string) =>
  useQuery({
    queryKey: ['guide', matter],
    staleTime: 600_000,
    queryFn: () => took<Guide>(http.GET('/api/matters/{code}', { params: { path: { code: matter } } })),
  });

export const useFlow = (matter: string) =>
  useQuery({
    queryKey: ['flow', matter],
    staleTime: 600_000,
    queryFn: () => took(http.GET('/api/matters/{code}/flow', { params: { path: { code: matter } } })),
  });

export const useStaff = (wanted: boolean) =>
  useQuery({ queryKey: ['staff'], staleTime: 60_000, enabled: wanted, queryFn: () => took(http.GET('/api/staff')) });
