import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useLocation } from 'wouter';
import { http, took } from '../../api.js';
import { Button, FaultSummary, StateTag, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSending } from '../desk/use-room.js';

/** The applications of others in which one has a word, and the place for the code that leads to one. */
export function CoSignings() {
  const t = useSay();
  const { data } = useQuery({ queryKey: ['co-signings'], queryFn: () => took(http.GET('/api/co-signatures')) });
  const items = data?.items ?? [];
  return (
    <section aria-labelledby="co-signings-title">
      <h2 id="co-signings-title">{t('coSign.mine')}</h2>
      {items.length > 0 && (
        <ul className="case-cards">
          {items.map(({ caseId, institutionName, state }) => (
            <li key={caseId} className="card case-card">
              <h3>
                <Link href={`/co-sign/${caseId}`}>{institutionName || t('apply.cases.unnamed')}</Link>
              </h3>
              <p>
                <StateTag state={state} />
              </p>
            </li>
          ))}
        </ul>
      )}
      <EnterCode />
    </section>
  );
}

function EnterCode() {
  const t = useSay();
  const [, go] = useLocation();
  const [code, setCode] = useState('');
  const { faults, attempt, at, busy, send } = useSending(['co-signings']);
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    void send(async () => {
      const { caseId } = await took(http.POST('/api/co-signatures', { body: { code } }));
      go(`/co-sign/${caseId}`);
    });
  };
  return (
    <details className="own-changes">
      <summary>{t('coSign.enter')}</summary>
      <form onSubmit={enter} noValidate>
        <FaultSummary faults={faults} attempt={attempt} />
        <TextField
          name="code"
          label={t('coSign.enter')}
          hint={t('coSign.enterHint')}
          value={code}
          error={at('code')}
          short
          onChange={setCode}
          native={{ autoComplete: 'off', spellCheck: false }}
        />
        <div className="actions">
          <Button type="submit" kind="secondary" busy={busy}>
            {t('coSign.open')}
          </Button>
        </div>
      </form>
    </details>
  );
}
