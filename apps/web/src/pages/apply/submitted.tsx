import { Printer } from 'lucide-react';
import type { CaseView } from '../../api.js';
import { Button, ButtonLink, Heading, Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { nextDueOf } from './own-steps.js';

/** The submission has arrived: its number, what comes next and by when, the receipt. */
export function Submitted({ view }: { view: CaseView }) {
  const t = useSay();
  const due = nextDueOf(view, 'others');
  const receipt = view.documents.find(({ kind }) => kind === 'receipt');
  return (
    <>
      <div className="note good">
        <Heading>{t('apply.submitted.title')}</Heading>
        <p>{t('apply.submitted.number')}</p>
        <p className="case-number">{view.number}</p>
      </div>
      <h2>{t('apply.submitted.next')}</h2>
      {due && (
        <p>
          <Sentence>{t('apply.submitted.by', { day: t.day(due) })}</Sentence>
        </p>
      )}
      <p>{t('apply.submitted.silence')}</p>
      <p>{t('apply.submitted.nothing')}</p>
      <p role="status">
        {receipt?.ready ? (
          <a href={`/api/documents/${receipt.id}`} target="_blank" rel="noreferrer">
            {t('apply.submitted.receipt')}
          </a>
        ) : (
          t('apply.submitted.receiptSoon')
        )}
      </p>
      <div className="actions no-print">
        <ButtonLink to={`/cases/${view.id}`}>{t('apply.submitted.toCase')}</ButtonLink>
        <Button kind="secondary" onClick={() => window.print()}>
          <Printer size={18} aria-hidden="true" />
          {t('ui.print')}
        </Button>
      </div>
    </>
  );
}
