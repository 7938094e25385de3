import { useState, type FormEvent } from 'react';
import { http, took, type CaseView } from '../../api.js';
import { Button, Choice, FaultSummary, Fetched, ReasonForm, Tag, Tagged, TextArea } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { PartiesPart } from './parties-part.js';
import { useRecusals, useSending, type Recusals } from './use-room.js';

type Request = Recusals['requests'][number];

/** Who handles the case, who was asked to stay away, and the way to say so oneself. */
export function HandlersPart({ shown }: { shown: CaseView }) {
  const query = useRecusals(shown.id);
  return (
    <Fetched query={query}>
      {(recusals) => (
        <>
          <Handlers recusals={recusals} />
          <PartiesPart caseId={shown.id} />
          <Requests caseId={shown.id} requests={recusals.requests} />
          <Oneself caseId={shown.id} requests={recusals.requests} />
        </>
      )}
    </Fetched>
  );
}

export function Handlers({ recusals: { handlers, draws } }: { recusals: Recusals }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="handlers-title">
      <h2 id="handlers-title">{t('recusal.handlers')}</h2>
      {handlers.length === 0 && <p className="muted">{t('recusal.noHandlers')}</p>}
      <ul className="plain lines">
        {handlers.map(({ role, displayName }) => (
          <li key={role}>
            {t('ui.label', { name: t.code('role', role) })}
            <strong>{displayName}</strong>
            <br />
            <span className="small muted">
              {t('recusal.pseudonym', { pseudonym: draws.find((one) => one.role === role)?.pseudonym ?? '' })}
            </span>
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

export function RequestLine({ request: { about, byApplicant, reason, ruling } }: { request: Request }) {
  const t = useSay();
  return (
    <>
      <Tagged>
        <strong>{about.displayName}</strong>
        {ruling ? (
          <Tag kind={ruling.granted ? 'done' : 'plain'}>
            {t(ruling.granted ? 'recusal.granted' : 'recusal.refused')}
          </Tag>
        ) : (
          <Tag kind="active">{t('recusal.pending')}</Tag>
        )}
      </Tagged>
      <span className="small muted">{t(byApplicant ? 'recusal.byApplicant' : 'recusal.bySelf')}</span> {reason}
      {ruling && (
        <>
          <br />
          {t('ui.label', { name: t('recusal.ruleReason') })}
          {ruling.reason}
        </>
      )}
    </>
  );
}

function Requests({ caseId, requests }: { caseId: string; requests: readonly Request[] }) {
  const t = useSay();
  const session = useSession();
  const heads = hasRole(session.data, ['decisionMaker']);
  const me = session.data?.account.id;
  return (
    <section className="card" aria-labelledby="requests-title">
      <h2 id="requests-title">{t('recusal.requests')}</h2>
      {requests.length === 0 && <p className="muted">{t('recusal.noRequests')}</p>}
      <ul className="plain lines">
        {requests.map((request) => (
          <li key={request.id}>
            <RequestLine request={request} />
            {heads && !request.ruling && request.about.accountId !== me && <Ruling caseId={caseId} request={request} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

const RULINGS = ['yes', 'no'] as const;

function Ruling({ caseId, request }: { caseId: string; request: Request }) {
  const t = useSay();
  const [granted, setGranted] = useState<(typeof RULINGS)[number]>();
  const [reason, setReason] = useState('');
  const { faults, attempt, at, busy, send } = useSending(['recusals', caseId], ['interests']);
  const rule = (event: FormEvent): void => {
    event.preventDefault();
    const params = { path: { id: caseId, requestId: request.id } };
    const body = { granted: (granted === undefined ? undefined : granted === 'yes') as boolean, reason };
    void send(() => took(http.POST('/api/cases/{id}/recusals/{requestId}/ruling', { params, body })));
  };
  return (
    <form onSubmit={rule} noValidate aria-label={t('recusal.rule')}>
      <FaultSummary faults={faults} attempt={attempt} />
      <Choice<(typeof RULINGS)[number]>
        name={`granted-${request.id}`}
        label={t('recusal.rule')}
        value={granted}
        error={at('granted')}
        inline
        options={RULINGS.map((value) => ({
          value,
          label: t(value === 'yes' ? 'recusal.ruleGrant' : 'recusal.ruleRefuse'),
        }))}
        onChange={setGranted}
      />
      <TextArea
        name={`reason-${request.id}`}
        label={t('recusal.ruleReason')}
        rows={2}
        value={reason}
        error={at('reason')}
        onChange={setReason}
      />
      <div className="actions">
        <Button type="submit" kind="secondary" busy={busy}>
          {t('recusal.rule')}
        </Button>
      </div>
    </form>
  );
}

function Oneself({ caseId, requests }: { caseId: string; requests: readonly Request[] }) {
  const t = useSay();
  const session = useSession();
  const [reason, setReason] = useState('');
  const { send, ...form } = useSending(['recusals', caseId]);
  if (requests.some(({ mine }) => mine)) return null;
  const ask = (): void => {
    const params = { path: { id: caseId } };
    const body = { accountId: session.data?.account.id ?? '', reason };
    void send(() => took(http.POST('/api/cases/{id}/recusals', { params, body })));
  };
  return (
    <ReasonForm
      form={form}
      className="card"
      labelledBy="oneself-title"
      label={t('recusal.reason')}
      rows={2}
      value={reason}
      onChange={setReason}
      confirm={t('recusal.askSelf')}
      onConfirm={ask}
    >
      <h2 id="oneself-title">{t('recusal.askSelf')}</h2>
      <p className="hint">{t('recusal.askSelfHint')}</p>
    </ReasonForm>
  );
}
