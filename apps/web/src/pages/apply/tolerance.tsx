import { useState, type FormEvent } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { CaseView } from '../../api.js';
import { Button, FaultSummary, Heading, Sentence, ToleranceTerms, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { may, useCommand } from './use-case.js';
import { WithCase } from './with-case.js';

/** The commitment: first everything that it says, then a tick of one's own hand, then the button. */
export function TolerancePage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) =>
        view.tolerance && may(view, 'signCommitment') ? (
          <Commitment view={view} tolerance={view.tolerance} />
        ) : (
          <Redirect to={`/cases/${id}`} replace />
        )
      }
    </WithCase>
  );
}

function Commitment({ view, tolerance }: { view: CaseView; tolerance: NonNullable<CaseView['tolerance']> }) {
  const t = useSay();
  const [, go] = useLocation();
  const send = useCommand(view.id);
  const { faults, attempt, at, show, showError } = useFaults();
  const [agreed, setAgreed] = useState(false);
  const [busy, setBusy] = useState(false);
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (!agreed) return show({ fields: { agree: t('apply.tolerance.agreeMissing') } });
    setBusy(true);
    try {
      await send('signCommitment', { contentHash: tolerance.contentHash });
      go(`/cases/${view.id}`);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void sign(event)} noValidate>
      <BackLink to={`/cases/${view.id}`}>{t('apply.back.case')}</BackLink>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('apply.tolerance.heading')}</Heading>
      <p>{t('apply.tolerance.lead')}</p>
      <section className="card" aria-label={t('tolerance.title')}>
        <ToleranceTerms tolerance={tolerance} />
      </section>
      <div className={at('agree') ? 'field invalid' : 'field'}>
        <label className="choice">
          <input
            type="checkbox"
            id="field-agree"
            checked={agreed}
            aria-invalid={at('agree') ? true : undefined}
            aria-describedby={at('agree') ? 'field-agree-error' : undefined}
            onChange={(event) => setAgreed(event.target.checked)}
          />
          <span>
            <Sentence>
              {t('apply.tolerance.agree', { day: t.day(tolerance.cureOn), n: tolerance.lines.length })}
            </Sentence>
          </span>
        </label>
        {at('agree') && (
          <p className="field-error" id="field-agree-error">
            {at('agree')}
          </p>
        )}
      </div>
      <div className="actions">
        <Button type="submit" big busy={busy}>
          {t('apply.tolerance.sign')}
        </Button>
      </div>
      <p className="small muted">{t('apply.tolerance.otherwise')}</p>
    </form>
  );
}
