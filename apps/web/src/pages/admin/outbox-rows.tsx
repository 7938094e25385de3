import { findSentence } from '../../../../../libs/messages/src/web.js';
import type { Schemas } from '../../api.js';
import { Button, Tag } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';

export type OpenRow = Schemas['OpenRow'];

interface Acts {
  /** Those who audit look on. */
  mayAct: boolean;
  onRetry(row: OpenRow): void;
  onSkip(row: OpenRow): void;
}

export function OutboxRows({ rows, ...acts }: { rows: readonly OpenRow[] } & Acts) {
  const t = useSay();
  const heads = ['task', 'age', 'attempts', 'standing', 'error', ...(acts.mayAct ? ['actions' as const] : [])] as const;
  return (
    <table className="rows outbox">
      <caption className="visually-hidden">{t('admin.outbox.open')}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`admin.outbox.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} {...acts} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, mayAct, onRetry, onSkip }: { row: OpenRow } & Acts) {
  const t = useSay();
  const { id, ageSeconds, attempts, lastError, standing } = row;
  return (
    <tr>
      <th scope="row" data-label={t('admin.outbox.task')}>
        <JobName row={row} />
      </th>
      <td data-label={t('admin.outbox.age')}>{ageIn(t, ageSeconds)}</td>
      <td data-label={t('admin.outbox.attempts')}>{t('admin.outbox.times', { n: attempts })}</td>
      <td data-label={t('admin.outbox.standing')}>
        <Tag kind={KINDS[standing] ?? 'paused'}>{standingIn(t, row)}</Tag>
      </td>
      <td data-label={t('admin.outbox.error')}>
        {lastError === null ? (
          <span className="muted small">{t('admin.outbox.noError')}</span>
        ) : (
          <code>{lastError}</code>
        )}
      </td>
      {mayAct && (
        <td data-label={t('admin.outbox.actions')}>
          <span className="row-actions">
            {standing !== 'behind' && (
              <Button kind="quiet" aria-label={t('admin.outbox.retryOf', { id })} onClick={() => onRetry(row)}>
                {t('admin.outbox.retry')}
              </Button>
            )}
            <Button kind="quiet" aria-label={t('admin.outbox.skipOf', { id })} onClick={() => onSkip(row)}>
              {t('admin.outbox.skip')}
            </Button>
          </span>
        </td>
      )}
    </tr>
  );
}

const KINDS: Readonly<Record<string, 'due' | 'paused' | 'ample'>> = {
  failed: 'due',
  behind: 'paused',
  underWay: 'ample',
};

/** What a job does, its number and its case. */
export function JobName({ row: { id, topic, caseId } }: { row: Pick<OpenRow, 'id' | 'topic' | 'caseId'> }) {
  const t = useSay();
  return (
    <>
      {topicIn(t, topic)} <span className="muted small">{t('admin.outbox.number', { id })}</span>
      <br />
      <span className="muted small">
        {caseId === null ? t('admin.outbox.noCase') : t('admin.outbox.ofCase', { id: caseId.slice(0, 8) })}
      </span>
    </>
  );
}

/** A job that this release has no word for is called as it is. */
const topicIn = (t: Say, topic: string): string => findSentence(t.language, `admin.outbox.topic.${topic}`) ?? topic;

const standingIn = (t: Say, { standing, behind }: OpenRow): string =>
  findSentence(t.language, `admin.outbox.standing.${standing}`, { id: behind ?? '' }) ?? standing;

const UNITS = [
  ['days', 86_400],
  ['hours', 3_600],
  ['minutes', 60],
] as const;

function ageIn(t: Say, seconds: number): string {
  const [unit, length] = UNITS.find(([, long]) => seconds >= long) ?? (['seconds', 1] as const);
  return t(`admin.outbox.${unit}`, { n: Math.floor(seconds / length) });
}
