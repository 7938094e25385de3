import type { DocumentKind } from '../effects.js';
import { vocabulary } from '../vocabulary.js';

/** Served: the record (送达回证) and its paper, whichever way it went. */
const recorded = (of: 'licence' | 'decision') =>
  [
    { type: 'recordService', params: { of } },
    { type: 'issue', params: { document: 'serviceRecord' } },
  ] as const;
const lateService = { type: 'supervise', params: { matter: 'serviceLate' } } as const;

/**
 * 送达: electronic or by courier with confirmed consent, or collected at the counter, the one trip there can be. What a
 * courier carries is served when it is signed for, not when it is posted (CPL 91 by analogy); what comes back goes out
 * again, within the same ten days.
 */
export const serviceSteps = (of: 'licence' | 'decision', served: string) =>
  ({
    issuing: {
      meta: { owner: 'system', clocks: ['serve_licence'] },
      on: { confirmIssued: { target: 'issued' }, remindService: { actions: lateService } },
    },
    issued: {
      meta: { owner: 'registrar', clocks: ['serve_licence'] },
      on: {
        serve: [
          {
            guard: 'servedElectronically',
            target: served,
            actions: recorded(of),
          },
          { guard: 'postedByCourier', target: 'posted' },
          {
            guard: 'collectedAtCounter',
            target: served,
            meta: { trip: true },
            actions: ['countTripFact', { type: 'countTrip', params: { cause: 'collectLicence' } }, ...recorded(of)],
          },
        ],
        remindService: { actions: lateService },
      },
    },
    posted: {
      meta: { owner: 'registrar', clocks: ['serve_licence'] },
      on: {
        recordDelivery: { target: served, actions: recorded(of) },
        recordReturn: { target: 'issued' },
        remindService: { actions: lateService },
      },
    },
  }) as const;

/** 双公示与公告: within seven working days, and the establishment is announced (PER 22(1)). */
export const publication = vocabulary.createStateConfig({
  initial: 'pending',
  states: {
    pending: {
      meta: { owner: 'system', clocks: ['publish_licence_decision'] },
      on: {
        publish: { target: 'published' },
        remindPublication: { actions: { type: 'supervise', params: { matter: 'publicationLate' } } },
      },
    },
    published: { type: 'final' },
  },
});

/** 先证后照: the registrar's code comes back, only then the institution operates (design 6.12). */
const registration = vocabulary.createStateConfig({
  initial: 'awaited',
  states: {
    awaited: {
      meta: { owner: 'registrar', clocks: ['registration_follow_up'] },
      on: {
        recordRegistration: {
          target: 'registered',
          actions: { type: 'register', params: { change: 'recordRegistration' } },
        },
        remindRegistration: { actions: { type: 'supervise', params: { matter: 'registrationLate' } } },
      },
    },
    registered: { type: 'final' },
  },
});

/** The same for every school that a division has opened: done when the last of them has its code. */
const registrations = vocabulary.createStateConfig({
  initial: 'awaited',
  states: {
    awaited: {
      meta: { owner: 'registrar', clocks: ['registration_follow_up'] },
      on: {
        recordRegistration: [
          {
            guard: 'allRegistered',
            target: 'registered',
            actions: { type: 'register', params: { change: 'recordRegistration' } },
          },
          { actions: { type: 'register', params: { change: 'recordRegistration' } } },
        ],
        remindRegistration: { actions: { type: 'supervise', params: { matter: 'registrationLate' } } },
      },
    },
    registered: { type: 'final' },
  },
});

const service = vocabulary.createStateConfig({
  initial: 'issuing',
  states: { ...serviceSteps('licence', 'served'), served: { type: 'final' } },
});

/** After a grant: served and published, in any order; then the file is closed. */
export const granted = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: { service, publication },
  onDone: { target: '#ARCHIVED' },
});

/** After the grant of a new institution it is registered as well (先证后照). */
export const grantedToRegister = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: { service, publication, registration },
  onDone: { target: '#ARCHIVED' },
});

/** After the grant of several new institutions each of them is registered. */
export const grantedToRegisterEach = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: { service, publication, registration: registrations },
  onDone: { target: '#ARCHIVED' },
});

/** After the grant of a closure the school is wound up: what was granted takes effect with its service. */
export const grantedToWindUp = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: { service, publication },
  onDone: { target: '#WINDING_UP' },
});

/** The same where only an end is wound up, and a change is over with its service and its publication. */
export const grantedToWindUpAnEnd = vocabulary.createStateConfig({
  id: 'GRANTED',
  type: 'parallel',
  states: { service, publication },
  onDone: [{ guard: 'endIsAsked', target: '#WINDING_UP' }, { target: '#ARCHIVED' }],
});

/** After a refusal: served with reasons and remedies, then the file is closed. */
export const refused = vocabulary.createStateConfig({
  id: 'REFUSED',
  initial: 'issuing',
  states: serviceSteps('decision', '#ARCHIVED'),
});

/** Every other way in which a file closes: each with its letter, each archived. */
const closedWith = (id: string, document: DocumentKind) =>
  vocabulary.createStateConfig({
    id,
    type: 'final',
    entry: ['closeFile', { type: 'issue', params: { document } }, 'archive'],
  });

export const closings = {
  NOT_REQUIRED: closedWith('NOT_REQUIRED', 'notRequiredNotice'),
  NOT_COMPETENT: closedWith('NOT_COMPETENT', 'notCompetentDecision'),
  WITHDRAWN: closedWith('WITHDRAWN', 'withdrawalConfirmation'),
  DISCONTINUED: closedWith('DISCONTINUED', 'discontinuationNotice'),
  DISCARDED: vocabulary.createStateConfig({ type: 'final' }),
} as const;

export const archived = vocabulary.createStateConfig({
  id: 'ARCHIVED',
  type: 'final',
  entry: ['closeFile', 'archive', 'inviteRating'],
});

/** The file of a matter that nobody applied for: closed and archived; nobody is asked how it went. */
export const archivedUnasked = vocabulary.createStateConfig({
  id: 'ARCHIVED',
  type: 'final',
  entry: ['closeFile', 'archive'],
});
