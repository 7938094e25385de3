import type { LicensedCondition } from './licensed-conditions.js';

/** 年度检查 (PER 47(1); NGO 23): each year once, of a school that was licensed in it. */
export const ANNUAL: readonly LicensedCondition[] = [
  {
    code: 'YEAR_INSPECTED',
    article: 'NGO 23',
    field: 'annualYear',
    met: ({ annualYear }, { annual = [] }) => !annual.some(({ year }) => year === annualYear),
  },
];
