import { Tag, type TagKind } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Phase } from './visit-view.js';

const KINDS: Record<Phase, TagKind> = {
  later: 'plain',
  toCheck: 'active',
  toSign: 'near',
  halfSigned: 'near',
  inForce: 'done',
};

export function PhaseTag({ phase }: { phase: Phase }) {
  const t = useSay();
  return <Tag kind={KINDS[phase]}>{t(`visit.phase.${phase}`)}</Tag>;
}

export function Round({ round }: { round: number }) {
  const t = useSay();
  return round > 1 ? t('visit.round.again', { n: round - 1 }) : t('visit.round.first');
}
