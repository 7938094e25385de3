import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, Tag, TextArea, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Seen } from './calendar-days.js';

type Move = Schemas['CalendarMove'];
const AT_ONCE = 50;

/** What adopting would change, case by case; and the button that adopts exactly this. */
export function CalendarReport({ seen, onAdopted }: { seen: Seen; onAdopted(sentence: string): void }) {
  const t = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { report } = seen;
  const { earlier } = report;
  return (
    <section className="card" aria-labelledby="report-title">
      <h2 id="report-title" tabIndex={-1} ref={heading}>
        {t('admin.calendar.report.title')}
      </h2>
      <p>
        {t('admin.calendar.report.counts', {
          open: report.openCases,
          moved: report.movedCases,
          same: report.untouchedCases,
        })}{' '}
        {t('admin.calendar.report.closed', { n: report.closedCases })}
      </p>
      {report.withheldCases > 0 && <p>{t('admin.calendar.report.withheld', { n: report.withheldCases })}</p>}
      {report.becomeFirm > 0 && <p>{t('admin.calendar.report.firm', { n: report.becomeFirm })}</p>}
      {report.becomeProvisional > 0 && (
        <p className="note warn">{t('admin.calendar.report.provisional', { n: report.becomeProvisional })}</p>
      )}
      {earlier > 0 ? (
        <p className="note warn">{t('admin.calendar.report.earlier', { n: earlier })}</p>
      ) : (
        <p className="note good">{t('admin.calendar.report.noneEarlier')}</p>
      )}
      {report.moves.length > 0 && <Moves moves={report.moves} />}
      <Adopt seen={seen} onAdopted={onAdopted} />
    </section>
  );
}

function Moves({ moves }: { moves: readonly Move[] }) {
  const t = useSay();
  const [shown, setShown] = useState(AT_ONCE);
  const left = Math.min(AT_ONCE, moves.length - shown);
  return (
    <>
      <table className="rows">
        <caption className="visually-hidden">{t('admin.calendar.report.table')}</caption>
        <thead>
          <tr>
            {(['case', 'clock', 'before', 'after', 'effect'] as const).map((head) => (
              <th key={head} scope="col">
                {t(`admin.calendar.report.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moves.slice(0, shown).map((move) => (
            <tr key={`${move.caseId}${move.clock}`}>
              <th scope="row">{move.number}</th>
              <td data-label={t('admin.calendar.report.clock')}>{t.code('clock', move.clock)}</td>
              <td data-label={t('admin.calendar.report.before')}>{t.day(move.before)}</td>
              <td data-label={t('admin.calendar.report.after')}>{t.day(move.after)}</td>
              <td data-label={t('admin.calendar.report.effect')}>
                <Effect move={move} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <div className="actions">
          <Button kind="secondary" onClick={() => setShown(shown + AT_ONCE)}>
            {t('admin.calendar.report.more', { n: left })}
          </Button>
        </div>
      )}
    </>
  );
}

function Effect({ move: { direction, holder, passed } }: { move: Move }) {
  const t = useSay();
  if (direction === 'later') return <>{t(`admin.calendar.report.later.${holder}`)}</>;
  return (
    <>
      <Tag kind="near">{t(`admin.calendar.report.earlier.${holder}`)}</Tag>
      {passed && (
        <>
          <br />
          <Tag kind="due">{t('admin.calendar.report.passed')}</Tag>
        </>
      )}
    </>
  );
}

function Adopt({ seen: { report, change, commandId }, onAdopted }: { seen: Seen; onAdopted(sentence: string): void }) {
  const t = useSay();
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const { faults, attempt, at, show, showError } = useFaults();
  const adopt = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim().length < 2) return show({ fields: { reason: t('field.FIELD_MISSING') } });
    setBusy(true);
    const { baseVersion, reportHash } = report;
    try {
      const { version, cases } = await took(
        http.POST('/api/admin/calendar/versions', { body: { commandId, change, reason, baseVersion, reportHash } }),
      );
      await Promise.all(['calendar', 'calendar-versions'].map((key) => client.invalidateQueries({ queryKey: [key] })));
      onAdopted(t('admin.calendar.report.adopted', { version, n: cases }));
    } catch (error) {
      showError(error);
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void adopt(event)} noValidate>
      <FaultSummary faults={faults} attempt={attempt} name={() => t('admin.calendar.report.reason')} />
      <TextArea
        name="reason"
        label={t('admin.calendar.report.reason')}
        hint={t('admin.calendar.report.reasonHint')}
        rows={2}
        value={reason}
        error={at('reason')}
        onChange={setReason}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('admin.calendar.report.adopt')}
        </Button>
      </div>
    </form>
  );
}
