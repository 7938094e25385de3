import type { LicensedCondition } from './licensed-conditions.js';

/**
 * 幼儿中心 (catalogue 1.1): a local category of before. None is recognised anew (PSL 30, 78); one that is there becomes a
 * kindergarten with a licence, a nursery for children under three, or it ends.
 *
 * A centre that is there still, whose children are placed (PSL 31); a kindergarten in its place has its licence (PSL 30).
 */
export const CENTRE_CONVERSION: readonly LicensedCondition[] = [
  {
    code: 'CENTRE_HAS_ENDED',
    article: 'PSL 30',
    field: 'centreNumber',
    met: (_, { state }) => state === 'OPERATING',
  },
  {
    code: 'CHILDREN_NOT_PLACED',
    article: 'PSL 31',
    field: 'conversion.placed',
    met: ({ conversion: { children, placed } }) => placed === children,
  },
];
