import { ClockTag, DueOn, LightTag, StateTag, Tag } from '../../kit/index.js';
import type { Schemas } from '../../api.js';
import { useSay, type Say } from '../../say.js';
import type { Column } from './row-table.js';

export type QueueItem = Schemas['QueueItem'];

export const caseTo = ({ id }: { id: string }): string => `/desk/cases/${id}`;

export function queueColumns(t: Say): Column<QueueItem>[] {
  return [
    {
      head: t('desk.col.name'),
      cell: ({ institutionName, waiting }) => (
        <>
          {institutionName}
          {waiting === 'preReview' && (
            <>
              {' '}
              <Tag kind="active">{t('desk.preReview')}</Tag>
            </>
          )}
        </>
      ),
    },
    { head: t('desk.col.number'), cell: ({ number }) => <CaseNumber number={number} /> },
    { head: t('desk.col.state'), cell: ({ state }) => <StateTag state={state} /> },
    { head: t('desk.col.turn'), cell: ({ owner }) => t.code('role', owner) },
    { head: t('desk.col.clock'), cell: ({ clock }) => <NearestClock clock={clock} /> },
    { head: t('light.title'), cell: ({ light }) => <LightTag light={light} /> },
  ];
}

export function CaseNumber({ number }: { number: string | null }) {
  const t = useSay();
  return number ? <span className="number">{number}</span> : <>{t('desk.noNumber')}</>;
}

/** Which limit, how near it is, and its day. */
function NearestClock({ clock }: { clock: QueueItem['clock'] }) {
  const t = useSay();
  if (!clock) return <span className="muted">{t('desk.noClock')}</span>;
  return (
    <span className="nearest">
      <ClockTag clock={clock} />
      <span>
        {t.code('clock', clock.id)}{' '}
        <span className="muted number whole">
          <DueOn {...clock} />
        </span>
      </span>
    </span>
  );
}
