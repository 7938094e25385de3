/**
 * Where an entry of the register stands: being prepared, or a preparation that ran out; going on; being wound up; over by
 * law, which a cancellation may still follow; gone, as what was cancelled or has become part of another school.
 */
export type InstitutionStanding = 'preparing' | 'ran_out' | 'going_on' | 'winding_up' | 'over' | 'gone';

/** The states of an institution in the register (台账, catalogue 2.7) that this release writes: the one table of what they mean. */
export const INSTITUTION_STATES = {
  PREPARING: 'preparing',
  EXPIRED_PREP: 'ran_out',
  LICENSED_PENDING_REGISTRATION: 'going_on',
  OPERATING: 'going_on',
  CLOSING: 'winding_up',
  REVOKED: 'winding_up',
  LAPSED: 'over',
  MERGED: 'gone',
  CANCELLED: 'gone',
} as const satisfies Readonly<Record<string, InstitutionStanding>>;
export type InstitutionState = keyof typeof INSTITUTION_STATES;

const statesOf = (...standings: InstitutionStanding[]): readonly InstitutionState[] =>
  (Object.keys(INSTITUTION_STATES) as InstitutionState[]).filter((state) =>
    standings.includes(INSTITUTION_STATES[state]),
  );

/** A school that is licensed and neither being closed nor over (ALL 49, 70). */
export const GOING_ON_STATES = statesOf('going_on');
/** What is being closed is closed and nothing else (PEL 58). */
export const WINDING_UP_STATES = statesOf('winding_up');
/** What ended stands in the way of nothing: its name is free again (PER 20), and nobody is warned of it. */
export const ENDED_STATES = statesOf('ran_out', 'over', 'gone');
/** What is there no more. */
export const GONE_STATES = statesOf('gone');

const isOneOf =
  (states: readonly string[]) =>
  (state: string): boolean =>
    states.includes(state);

export const goesOn = isOneOf(GOING_ON_STATES);
/** A school that is on its way out, is out, or has become part of another school: nothing can be granted to it any more. */
export const isEnding = isOneOf(statesOf('winding_up', 'over', 'gone'));
export const isGone = isOneOf(GONE_STATES);
