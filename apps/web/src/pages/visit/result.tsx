import { PencilLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { ANSWER_ICONS } from './items.js';
import type { VisitView } from './visit-view.js';

const LOOKS = { pass: 'good', rectify: 'warn', fail: 'bad' } as const;
export type ResultCode = keyof typeof LOOKS;
export const resultOf = ({ result }: VisitView): ResultCode => (result?.result ?? 'fail') as ResultCode;

/** The result that the server computed, in words. After an upload it takes the focus. */
export function Result({ visit, arrived, onChange }: { visit: VisitView; arrived: boolean; onChange?: () => void }) {
  const t = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const result = resultOf(visit);
  const Icon = ANSWER_ICONS[result === 'pass' ? 'pass' : 'fail'];
  useEffect(() => {
    if (!arrived) return;
    heading.current?.scrollIntoView({ block: 'start' });
    heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  return (
    <section aria-labelledby="result">
      <h2 id="result" tabIndex={-1} ref={heading}>
        {t('visit.result')}
      </h2>
      <div className={`note ${LOOKS[result]} result`}>
        <p className="with-icon">
          <Icon aria-hidden="true" />
          <strong>{t(`visit.result.${result}`)}</strong>
        </p>
        <p>{t(`visit.resultHint.${result}`)}</p>
      </div>
      <p className="muted">{t('visit.computed')}</p>
      {onChange && (
        <Button kind="secondary" onClick={onChange}>
          <PencilLine aria-hidden="true" size={20} />
          {t('visit.change')}
        </Button>
      )}
    </section>
  );
}
