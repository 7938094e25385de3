import { APPOINTMENT_CAUSES, type MatterPack, type TripCause } from '../../../law/src/index.js';
import { Refusal, type Sql } from '../../../platform/src/index.js';
import { openFile, subjectOf, type CaseFile } from '../file-of-case.js';
import type { Workshop } from '../workshop.js';
import { appointmentOf, linesToBring, toBring, type AppointmentView, type ToBring } from './agenda.js';
import { mayCollect } from './book.js';
import { isPast, runningAppointment, type Appointment } from './running.js';

/** What the applicant needs to book, move or keep an appointment. */
export interface AppointmentPage {
  appointment: AppointmentView | null;
  /** What it can be for now. */
  causes: TripCause[];
  bring: ToBring[];
  office: string;
  /** Whether the county receives by appointment at all. */
  offered: boolean;
  /** Whether this case may still have one. */
  open: boolean;
}

export async function appointmentPage(workshop: Workshop, sql: Sql, caseId: string): Promise<AppointmentPage> {
  const file = await openFile(sql, caseId, workshop);
  const { officeHours, officeZh } = workshop.shelf.authority;
  return {
    appointment: officeHours ? await appointmentOf(workshop, sql, caseId) : null,
    causes: APPOINTMENT_CAUSES.filter((cause) => cause !== 'collectLicence' || mayCollect(file)),
    bring: linesToBring(file).map(toBring),
    office: officeZh,
    offered: officeHours !== undefined,
    open: file.row.closed_at === null && file.row.state !== 'DISCARDED',
  };
}

export interface ForCalendar {
  appointment: Appointment;
  matter: Pick<MatterPack, 'nameZh' | 'nameEn'>;
  bring: ToBring[];
  office: string;
  siteAddress: string;
}

/** @throws Refusal APPOINTMENT_NONE */
export async function appointmentForCalendar(workshop: Workshop, sql: Sql, caseId: string): Promise<ForCalendar> {
  const appointment = await runningAppointment(sql, caseId);
  if (!appointment || isPast(appointment, workshop.clock.now())) throw new Refusal('APPOINTMENT_NONE');
  const file: CaseFile = await openFile(sql, caseId, workshop);
  return {
    appointment,
    matter: file.pack,
    bring: appointment.cause === 'collectLicence' ? [] : linesToBring(file).map(toBring),
    office: workshop.shelf.authority.officeZh,
    siteAddress: subjectOf(file).address,
  };
}
