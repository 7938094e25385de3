import type { tripProblems as zh } from '../zh-CN/trip-problems.js';

/** Contacts, appointments, service: why not */
export const tripProblems: Record<keyof typeof zh, string> = {
  'problem.CHECK_IN_CODE_UNKNOWN': 'There is no such code, or it has run out. Ask the applicant to show a new one.',
  'problem.TRIP_NOT_TO_CONFIRM': 'There is no such visit for you to confirm.',
  'problem.TRIP_ANSWERED_ALREADY': 'You have answered about this visit already.',
  'problem.TRIP_REPORTED_TODAY': 'Your visit of today has been noted already.',
  'problem.APPOINTMENTS_NOT_OFFERED': 'The bureau offers no appointments yet. You need none.',
  'problem.APPOINTMENT_RUNNING': 'This case has an appointment. Move it, or cancel it first.',
  'problem.APPOINTMENT_NONE': 'There is no appointment.',
  'problem.APPOINTMENT_CASE_CLOSED': 'This case is closed; it needs no appointment.',
  'problem.APPOINTMENT_CAUSE_NOT_NOW': 'Papers can be collected once they are made, if you chose the counter.',
  'problem.APPOINTMENT_NOT_TODAY': 'This appointment is not today.',
  'problem.SLOT_NOT_OFFERED': 'This time cannot be booked. Choose another.',
  'problem.SLOT_FULL': 'This time has just been taken. Choose another.',
};
