import type { PrincipalEntry } from './establishment-form.js';

const qualified = ({ teacherQualification, degree }: PrincipalEntry): boolean =>
  teacherQualification && degree !== 'none';

/** 园长 (PSL 38): a teacher's qualification, a college degree, five years in kindergartens. */
export const leadsKindergarten = (entry: PrincipalEntry): boolean =>
  qualified(entry) && (entry.yearsInKindergarten ?? 0) >= 5;

/** 校长 (PEL 24): as the public schools of the same kind ask; the degree and the five years are common practice. */
export const leadsSchool = (entry: PrincipalEntry): boolean => qualified(entry) && (entry.yearsInEducation ?? 0) >= 5;
