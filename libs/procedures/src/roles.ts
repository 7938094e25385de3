/**
 * Who may act on a case: the roles of design chapter 6.22 that the procedures need so far.
 * `system` is no account: it is the clock and the jobs, acting by law and never by choice.
 */
export const ROLES = [
  'sponsor',
  'windowClerk',
  'reviewer',
  'legalReviewer',
  'decisionMaker',
  'registrar',
  'educationInspector',
  'healthInspector',
  'marketInspector',
  'supervisor',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;

export type Role = (typeof ROLES)[number];
export type ActingRole = Role | 'system';
