/** Roles of accounts (design 6.22), those that the main procedure needs. Who may do what stands in libs/procedures. */
export const ROLES = [
  'sponsor',
  'windowClerk',
  'reviewer',
  'legalReviewer',
  'decisionMaker',
  'registrar',
  'hearingChair',
  'educationInspector',
  'healthInspector',
  'marketInspector',
  'supervisor',
  'sectionHead',
  'disciplineOfficer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;
export type Role = (typeof ROLES)[number];

/** Posts of those who check on site, one a department. */
export const INSPECTOR_ROLES = ['educationInspector', 'healthInspector', 'marketInspector'] as const satisfies Role[];
/** 三员分立: three people, none of whom handles cases. */
export const ADMINISTRATOR_ROLES = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies Role[];
export type StaffRole = Exclude<Role, 'sponsor'>;
/** Everybody whose account the bureau opens: all but the public. */
export const STAFF_ROLES = ROLES.filter((role): role is StaffRole => role !== 'sponsor');

const elsewhere: readonly StaffRole[] = [...INSPECTOR_ROLES, ...ADMINISTRATOR_ROLES];
/** Posts that handle cases at a desk. */
export const OFFICER_ROLES: readonly Role[] = STAFF_ROLES.filter((role) => !elsewhere.includes(role));
/** Who sees what each person has in hand: those who watch over the desks, and nobody beside. */
export const WATCHERS: readonly Role[] = ['supervisor', 'sectionHead', 'decisionMaker', 'disciplineOfficer'];
