import type { Schemas } from '../../api.js';
import { Tag, Tagged } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { dayOf } from './use-case.js';

/** Every party that has to confirm, as both sides see it. */
export function CoSignerRows({ of }: { of: readonly Schemas['CoSigner'][] }) {
  const t = useSay();
  return of.map((one) => (
    <li key={one.party}>
      <Tagged>
        <strong>{one.name}</strong>
        <span className="muted">{t.code('coSigner', one.kind)}</span>
        <CoSignerTags one={one} />
      </Tagged>
    </li>
  ));
}

/** How far one party has come, in words. */
export function CoSignerTags({ one }: { one: Schemas['CoSigner'] }) {
  const t = useSay();
  if (one.signedAt) return <Tag kind="done">{t('coSign.state.signed', { day: t.day(dayOf(one.signedAt)) })}</Tag>;
  if (one.overtaken) return <Tag kind="bad">{t('coSign.state.overtaken')}</Tag>;
  return (
    <Tag kind={one.seated ? 'active' : 'plain'}>{t(one.seated ? 'coSign.state.seated' : 'coSign.state.invite')}</Tag>
  );
}
