import { CLOCK_RULES, isPeriod, type MatterPack, type StatutoryLimit } from '../../../../libs/law/src/index.js';
import type { Words } from '../pages/words.js';
import { withArticles, type Cell } from './blocks.js';

/** A value that the bureau has not confirmed says so. */
export const assumed = (t: Words, value: string, confidence: string): string =>
  confidence === 'assumption' ? `${value}${t('page.paren', { text: t('page.pending') })}` : value;

/** 法定时限: a length with its article, or what the law says instead. */
export function statutoryIn(t: Words, limit: StatutoryLimit): Cell {
  const said = isPeriod(limit) ? t.span(limit) : t.said(limit);
  return withArticles(said, 'article' in limit ? [limit.article] : []);
}

/** 承诺、法定、延期、联合办理、补正: every length that a case of this matter can run on. */
export function limitRows(t: Words, pack: MatterPack): (readonly [string, Cell | null])[] {
  const { limits, family } = pack;
  const { statutory, promised } = limits;
  const answer = CLOCK_RULES.correction_or_acceptance;
  const applied = family !== 'ex_officio' && promised !== null;
  return [
    [
      t('page.guide.acceptance'),
      applied ? withArticles(t('page.guide.within', { limit: t.span(answer) }), [answer.article]) : null,
    ],
    [
      t('page.guide.promised'),
      promised ? assumed(t, t.span(promised), promised.confidence) : t('page.guide.noPromise'),
    ],
    [t('page.guide.statutory'), statutoryIn(t, statutory)],
    [t('guide.extension'), extensionIn(t, statutory)],
    [t('guide.joint'), jointIn(t, statutory)],
    [
      t('guide.correctionPeriod'),
      applied ? assumed(t, t.span(limits.correctionPeriod), limits.correctionPeriod.confidence) : null,
    ],
  ];
}

/** 延期: by whose leave, how much longer; nothing said where the law sets no period. */
function extensionIn(t: Words, limit: StatutoryLimit): Cell | null {
  if (!isPeriod(limit)) return null;
  const { extension } = limit;
  if (!extension) return t('guide.noExtension');
  const said = t('guide.extensionBy', {
    who: t(`guide.approver.${extension.approver}`),
    limit: t.span(extension),
  });
  return withArticles(said, [extension.article]);
}

/** 联合办理: the other limit that holds where the government orders it (ALL 26(2), 42(2)). */
function jointIn(t: Words, limit: StatutoryLimit): Cell | null {
  if (!isPeriod(limit) || !limit.joint) return null;
  const { joint } = limit;
  const more = joint.extension
    ? t('guide.extensionBy', { who: t(`guide.approver.${joint.extension.approver}`), limit: t.span(joint.extension) })
    : '';
  return withArticles(t('guide.jointLimit', { limit: t.span(joint), more }), [joint.article]);
}
