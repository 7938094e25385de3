import type { CaseView } from '../api.js';
import { useSay, type Say } from '../say.js';
import { Tag, type TagKind } from './status.js';

export type Light = NonNullable<CaseView['light']>;

/** Each colour has a shape of its own; its word says the same. */
const SHAPES: Record<string, TagKind> = { green: 'ample', blue: 'active', yellow: 'near', red: 'due', black: 'over' };

export function SignalTag({ signal }: { signal: string }) {
  const t = useSay();
  return <Tag kind={SHAPES[signal] ?? 'plain'}>{t(`light.${signal}` as 'light.green')}</Tag>;
}

/** The light of a case in a list: colour, shape and word. */
export function LightTag({ light }: { light: CaseView['light'] }) {
  const t = useSay();
  return light ? <SignalTag signal={light.signal} /> : <span className="muted">{t('light.none')}</span>;
}

/** The light of a case and why: the same words for the applicant and the bureau. */
export function LightLine({ light }: { light: CaseView['light'] }) {
  const t = useSay();
  if (!light) return null;
  return (
    <p className="light-line">
      <SignalTag signal={light.signal} /> <span>{reasonOf(t, light)}</span>
    </p>
  );
}

function reasonOf(t: Say, { signal, because, used, promised, idleDays }: Light): string {
  if (because === 'idle') return t('light.idle', { n: idleDays });
  if (used === null || promised === null) return '';
  if (signal === 'black') return t('light.overLimit');
  return used > promised ? t('light.over', { n: used - promised }) : t('light.promise', { used, promised });
}
