import '../../../../../libs/messages/src/web-trips.js';
import { useState } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** 窗口签到码: to be shown at the counter, as letters and to be scanned; good for minutes and for one use. */
export function CheckInCard({ caseId }: { caseId: string }) {
  const t = useSay();
  const { faults, attempt, clear, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Schemas['CheckInCode'] | null>(null);
  const show = async (): Promise<void> => {
    setBusy(true);
    try {
      setShown(await took(http.POST('/api/cases/{id}/check-in-code', { params: { path: { id: caseId } } })));
      clear();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="card" aria-labelledby="check-in-title">
      <h2 id="check-in-title">{t('checkIn.code.title')}</h2>
      <FaultSummary faults={faults} attempt={attempt} />
      <p>{t('checkIn.code.lead')}</p>
      <div role="status">{shown && <Code {...shown} />}</div>
      <div className="actions">
        <Button kind="secondary" busy={busy} onClick={() => void show()}>
          {t(shown ? 'checkIn.code.again' : 'checkIn.code.show')}
        </Button>
      </div>
    </section>
  );
}

function Code({ code, expiresAt, qr: { path, side } }: Schemas['CheckInCode']) {
  const t = useSay();
  const time = new Date(Date.parse(expiresAt) + 8 * 3_600_000).toISOString().slice(11, 16);
  return (
    <>
      <p className="check-in-code">{code}</p>
      <svg className="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={t('checkIn.code.qr')}>
        <rect className="qr-ground" width={side} height={side} />
        <path className="qr-ink" d={path} shapeRendering="crispEdges" />
      </svg>
      <p>{t('checkIn.code.until', { time })}</p>
    </>
  );
}
