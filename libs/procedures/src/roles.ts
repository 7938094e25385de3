import type { Role } from '../../law/src/index.js';

export { ROLES, type Role } from '../../law/src/index.js';

/** `system` is no account: it is the clock and the jobs, acting by law and never by choice. */
export type ActingRole = Role | 'system';
