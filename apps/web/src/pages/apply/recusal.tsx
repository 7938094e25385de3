import '../../../../../libs/messages/src/web-recusal.js';
import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, Select, Tag, Tagged, TextArea } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSending } from '../desk/use-room.js';
import { BackLink } from './back-link.js';

type Recusals = Schemas['Recusals'];

/** Who handles one's case, and the way to ask that somebody stays away from it (申请回避). */
export function RecusalPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  const t = useSay();
  const query = useQuery({
    queryKey: ['recusals', id],
    queryFn: () => took<Recusals>(http.GET('/api/cases/{id}/recusals', { params: { path: { id } } })),
  });
  return (
    <>
      <BackLink to={`/cases/${id}`}>{t('apply.back.case')}</BackLink>
      <Heading>{t('recusal.title')}</Heading>
      <Fetched query={query}>
        {(recusals) => (
          <>
            <Handlers handlers={recusals.handlers} />
            <Asked requests={recusals.requests} />
            <Ask id={id} recusals={recusals} />
          </>
        )}
      </Fetched>
    </>
  );
}

function Handlers({ handlers }: Pick<Recusals, 'handlers'>) {
  const t = useSay();
  return (
    <section aria-labelledby="handlers-title">
      <h2 id="handlers-title">{t('recusal.handlers')}</h2>
      {handlers.length === 0 && <p>{t('recusal.noHandlers')}</p>}
      <ul className="plain">
        {handlers.map(({ role, displayName }) => (
          <li key={role}>
            {t('ui.label', { name: t.code('role', role) })}
            <strong>{displayName}</strong>
          </li>
        ))}
      </ul>
      <p>
        {t('recusal.drawn')}{' '}
        <a href="/draws" className="whole">
          {t('recusal.draws')}
        </a>
      </p>
    </section>
  );
}

function Asked({ requests }: Pick<Recusals, 'requests'>) {
  const t = useSay();
  if (requests.length === 0) return null;
  return (
    <section aria-labelledby="asked-title">
      <h2 id="asked-title">{t('recusal.requests')}</h2>
      <ul className="plain">
        {requests.map(({ id, about, ruling, reason }) => (
          <li key={id}>
            <Tagged>
              <strong>{about.displayName}</strong>
              <Tag kind={ruling ? 'done' : 'active'}>
                {t(ruling ? (ruling.granted ? 'recusal.granted' : 'recusal.refused') : 'recusal.pending')}
              </Tag>
            </Tagged>
            {t('ui.label', { name: t('recusal.reason') })}
            {reason}
            {ruling && (
              <>
                <br />
                {t('ui.label', { name: t('recusal.ruleReason') })}
                {ruling.reason}
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Ask({ id, recusals }: { id: string; recusals: Recusals }) {
  const t = useSay();
  const [accountId, setAccountId] = useState('');
  const [reason, setReason] = useState('');
  const { faults, attempt, at, busy, sent, send } = useSending(['recusals', id]);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    void send(async () => {
      await took(http.POST('/api/cases/{id}/recusals', { params: { path: { id } }, body: { accountId, reason } }));
      setAccountId('');
      setReason('');
    });
  };
  const people = recusals.involved.filter(
    (one) => !recusals.requests.some(({ about }) => about.accountId === one.accountId),
  );
  return (
    <form onSubmit={ask} noValidate aria-labelledby="ask-title">
      <h2 id="ask-title">{t('recusal.ask')}</h2>
      <FaultSummary faults={faults} attempt={attempt} />
      <div role="status">{sent && <p className="note good">{t('recusal.sent')}</p>}</div>
      <p>{t('recusal.askHint')}</p>
      <p>{t('recusal.askEffect')}</p>
      <Select
        name="accountId"
        label={t('recusal.who')}
        value={accountId}
        error={at('accountId')}
        options={people.map((one) => ({
          value: one.accountId,
          label: `${one.displayName} · ${one.roles.map((role) => t.code('role', role)).join(' ')}`,
        }))}
        onChange={setAccountId}
      />
      <TextArea name="reason" label={t('recusal.reason')} value={reason} error={at('reason')} onChange={setReason} />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('recusal.ask')}
        </Button>
      </div>
    </form>
  );
}
