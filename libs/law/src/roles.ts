/** Roles of accounts (design 6.22), those that the main procedure needs. Who may do what stands in libs/procedures. */
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
