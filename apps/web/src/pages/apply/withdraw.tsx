import { useState } from 'react';
import { Redirect, useLocation } from 'wouter';
import type { CaseView } from '../../api.js';
import { Heading, ReasonForm, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { may, useCommand } from './use-case.js';
import { WithCase } from './with-case.js';

/** Withdrawal: first what it does, then why, then the button. */
export function WithdrawPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) => (may(view, 'withdraw') ? <Withdraw view={view} /> : <Redirect to={`/cases/${id}`} replace />)}
    </WithCase>
  );
}

function Withdraw({ view }: { view: CaseView }) {
  const t = useSay();
  const [, go] = useLocation();
  const send = useCommand(view.id);
  const [reason, keep, forget] = useKept(`withdraw:${view.id}`, '');
  const { show, showError, ...form } = useFaults((field) => field.replace(/^payload\./, ''));
  const [busy, setBusy] = useState(false);
  const withdraw = async (): Promise<void> => {
    if (reason.trim() === '') return show({ fields: { reason: t('apply.withdraw.reasonMissing') } });
    setBusy(true);
    try {
      await send('withdraw', { reason: reason.trim() });
      forget();
      go(`/cases/${view.id}`);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <BackLink to={`/cases/${view.id}`}>{t('apply.back.case')}</BackLink>
      <ReasonForm
        form={{ ...form, busy }}
        label={t('apply.withdraw.reason')}
        hint={t('apply.withdraw.reasonHint')}
        value={reason}
        onChange={keep}
        confirm={t('apply.withdraw.do')}
        kind="danger"
        onConfirm={() => void withdraw()}
      >
        <Heading>{t('apply.withdraw.title')}</Heading>
        <div className="note warn">
          <p>{t('apply.withdraw.effect')}</p>
          <p>{t('apply.withdraw.kept')}</p>
        </div>
        <p>{t('apply.withdraw.again')}</p>
      </ReasonForm>
    </>
  );
}
