import '../../../../../libs/messages/src/web-trips.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { http, took, type Schemas } from '../../api.js';

export type LedgerTrip = Schemas['LedgerTrip'];
export type Appointment = Schemas['Appointment'];
export type Place = 'counter' | 'home';

export function useTrips(id: string) {
  return useQuery({
    queryKey: ['trips', id],
    queryFn: () => took(http.GET('/api/cases/{id}/trips', { params: { path: { id } } })),
  });
}

export function useAppointment(id: string) {
  return useQuery({
    queryKey: ['appointment', id],
    queryFn: () => took(http.GET('/api/cases/{id}/appointment', { params: { path: { id } } })),
  });
}

export function useSlots(place: Place) {
  return useQuery({
    queryKey: ['slots', place],
    queryFn: () => took(http.GET('/api/appointments/slots', { params: { query: { place } } })),
  });
}

/** After a contact or an appointment changed nothing that was fetched of them still holds. */
export function useRefreshTrips(id: string) {
  const client = useQueryClient();
  return (): Promise<unknown> =>
    Promise.all(
      [['trips', id], ['appointment', id], ['case', id], ['slots'], ['agenda']].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    );
}
