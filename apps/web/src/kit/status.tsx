import {
  AlertOctagon,
  AlertTriangle,
  CheckCircle2,
  CircleDashed,
  CirclePause,
  CircleSlash2,
  Clock3,
  OctagonX,
  Scale,
  type LucideIcon,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../api.js';
import { useSay } from '../say.js';
import { Sentence } from './sentence.js';

export type TagKind =
  'ample' | 'near' | 'due' | 'over' | 'paused' | 'law' | 'done' | 'bad' | 'active' | 'plain' | 'ended';

const ICONS: Record<TagKind, LucideIcon> = {
  ample: CheckCircle2,
  near: AlertTriangle,
  due: AlertOctagon,
  over: OctagonX,
  paused: CirclePause,
  law: Scale,
  done: CheckCircle2,
  bad: AlertOctagon,
  active: Clock3,
  plain: CircleDashed,
  ended: CircleSlash2,
};

/** A status: its shape and its word say everything, the colour only repeats it. */
export function Tag({ kind, icon, children }: { kind: TagKind; icon?: LucideIcon; children: ReactNode }) {
  const Icon = icon ?? ICONS[kind];
  return (
    <span className={`tag ${kind}`}>
      <Icon aria-hidden="true" />
      <span>{children}</span>
    </span>
  );
}

/** A name and its status, with air between them, also where one stands below the other. */
export function Tagged({ children }: { children: ReactNode }) {
  return <div className="tagged">{children}</div>;
}

export type ClockView = Schemas['Clock'];

/** Near is three working days or fewer; the words come from the clock and from nowhere else. */
export function ClockTag({ clock }: { clock: Pick<ClockView, 'status' | 'workingDaysLeft'> }) {
  const t = useSay();
  const { status, workingDaysLeft: left } = clock;
  if (status === 'paused') return <Tag kind="paused">{t('time.paused')}</Tag>;
  if (status === 'stopped') return <Tag kind="done">{t('time.stopped')}</Tag>;
  if (status === 'fired') return <Tag kind="due">{t('time.fired')}</Tag>;
  if (left < 0) return <Tag kind="due">{t('time.overdue', { n: -left })}</Tag>;
  if (left === 0) return <Tag kind="due">{t('time.today')}</Tag>;
  if (left <= 3) return <Tag kind="near">{t('time.near', { n: left })}</Tag>;
  return <Tag kind="ample">{t('time.ample', { n: left })}</Tag>;
}

/** The last day of a limit; says so where the day may still move. */
export function DueOn({ dueOn, provisional }: { dueOn: string; provisional: boolean }) {
  const t = useSay();
  return (
    <>
      <Sentence>{t('time.dueOn', { day: t.day(dueOn) })}</Sentence>
      {provisional && t('time.provisionalMark')}
    </>
  );
}

const REGISTER_KINDS: Record<string, TagKind> = {
  OPERATING: 'done',
  LICENSED_PENDING_REGISTRATION: 'active',
  CLOSING: 'near',
  REVOKED: 'bad',
  LAPSED: 'bad',
  MERGED: 'bad',
  CANCELLED: 'bad',
};

/** How an institution stands in the register: the same sign for its own people and for the bureau. */
export function RegisterTag({ state }: { state: string }) {
  const t = useSay();
  return <Tag kind={REGISTER_KINDS[state] ?? 'plain'}>{t.code('register', state)}</Tag>;
}

const STATE_KINDS: Record<string, TagKind> = {
  CORRECTION_REQUIRED: 'near',
  DEEMED_ACCEPTED: 'law',
  SPECIAL_PROCEDURE: 'paused',
  REFUSED: 'bad',
  NOT_COMPETENT: 'bad',
  NOT_REQUIRED: 'bad',
  DISCONTINUED: 'bad',
  GRANTED: 'done',
  ISSUED: 'done',
  POSTED: 'done',
  SERVED: 'done',
  ARCHIVED: 'done',
  WITHDRAWN: 'ended',
  DISCARDED: 'ended',
  DRAFT: 'plain',
};

export function StateTag({ state }: { state: string }) {
  const t = useSay();
  return <Tag kind={STATE_KINDS[state] ?? 'active'}>{t.code('state', state)}</Tag>;
}
