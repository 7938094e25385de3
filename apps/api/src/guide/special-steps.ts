import { cite, type Article, type MatterPack } from '../../../../libs/law/src/index.js';
import type { Words } from '../pages/words.js';
import { onlyArticles, type Block } from './blocks.js';

interface SpecialStep {
  name: string;
  time: string;
  basis: readonly Article[];
  counts: boolean;
}

/**
 * 特殊环节: everything that happens outside the desk. Only what the pack lets stop the clock does not count (ALL 45):
 * the procedure takes its grounds from the same list.
 */
export function specialStepsOf(t: Words, pack: MatterPack): SpecialStep[] {
  const { onSite, publicNotice, expertReview, collectiveDecision, specialProcedures, attestations } = pack;
  const visits = attestations.filter(({ how }) => how === 'joint_site_check');
  return [
    ...(onSite.need === 'none'
      ? []
      : [
          {
            name: needed(t, t(visits.length > 0 ? 'page.guide.siteCheck' : 'guide.onSite'), onSite.need),
            time: t.said(onSite),
            basis: [...onSite.basis, ...visits.flatMap(({ basis }) => basis)],
            counts: true,
          },
        ]),
    ...(publicNotice.need === 'none'
      ? []
      : [
          {
            name: needed(t, t('guide.publicNotice'), publicNotice.need),
            time: t.said(publicNotice),
            basis: publicNotice.basis,
            counts: true,
          },
        ]),
    ...(expertReview === 'none' || specialProcedures.includes('expert_review')
      ? []
      : [
          {
            name: needed(t, t('ground.expert_review'), expertReview),
            time: t('guide.withinLimit'),
            basis: [],
            counts: true,
          },
        ]),
    ...(collectiveDecision
      ? [{ name: t('guide.collective'), time: t('guide.withinLimit'), basis: [], counts: true }]
      : []),
    ...specialProcedures.map((ground) => ({
      name: t.code('ground', ground),
      time: t('page.guide.specialTime'),
      basis: [cite('ALL 45')],
      counts: false,
    })),
  ];
}

const needed = (t: Words, name: string, need: 'compulsory' | 'optional'): string =>
  need === 'compulsory' ? name : `${name}${t('page.paren', { text: t('guide.maybe') })}`;

export const specialTable = (t: Words, steps: readonly SpecialStep[]): Block => ({
  kind: 'table',
  label: t('page.guide.special'),
  head: [
    t('page.table.step'),
    t('page.table.time'),
    t('page.table.fee'),
    t('page.table.counts'),
    t('page.table.basis'),
  ],
  rows: steps.map(({ name, time, basis, counts }) => [
    name,
    time,
    t(counts ? 'page.guide.free' : 'page.guide.feeOurs'),
    t(counts ? 'page.guide.counts' : 'page.guide.countsNot'),
    basis.length > 0 ? onlyArticles(basis) : t('guide.noBasis'),
  ]),
});
