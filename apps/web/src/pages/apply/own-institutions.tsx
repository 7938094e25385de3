import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, ButtonLink, FaultSummary, RegisterTag, Sentence, Tag, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';

type Institution = Schemas['OwnInstitutions']['items'][number];

/** The schools of the one who is logged in; none while they are not known. */
export function useOwnInstitutions(): readonly Institution[] {
  const { data } = useQuery({ queryKey: ['own-institutions'], queryFn: () => took(http.GET('/api/register/mine')) });
  return data?.items ?? [];
}

/** Each with the end of its licence and the way to its renewal. */
export function OwnInstitutions() {
  const t = useSay();
  const items = useOwnInstitutions();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title">{t('apply.own.title')}</h2>
      <ul className="case-cards">
        {items.map((one) => (
          <InstitutionCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function InstitutionCard({ one }: { one: Institution }) {
  const t = useSay();
  const { name, state, licenceNumber, licenceState, validTo, renewalCaseId, renewalOffered } = one;
  return (
    <li className="card case-card">
      <h3>{name}</h3>
      <p>
        {licenceState === 'VALID' ? <RegisterTag state={state} /> : <Tag kind="bad">{t.code('register', state)}</Tag>}
      </p>
      <p>
        <Sentence>
          {t(licenceState === 'VALID' ? 'apply.own.validTo' : 'apply.own.expired', { day: t.day(validTo) })}
        </Sentence>
      </p>
      <p className="small muted">{t('apply.own.number', { number: licenceNumber })}</p>
      {renewalCaseId ? (
        <ButtonLink kind="secondary" to={`/cases/${renewalCaseId}`}>
          {t('apply.own.running')}
        </ButtonLink>
      ) : (
        renewalOffered && <Renew one={one} />
      )}
    </li>
  );
}

/** Opens the renewal with the licence in it: what the register knows is not asked. */
function Renew({ one: { id, licenceNumber } }: { one: Institution }) {
  const t = useSay();
  const [, go] = useLocation();
  const client = useQueryClient();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept(`renew:${id}`, '');
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const known = commandId || freshId();
    keepId(known);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: known, matter: 'RENEW' } }));
    const path = { params: { path: { id: caseId } } };
    await took(http.PATCH('/api/cases/{id}/draft', { ...path, body: { fields: { licenceNumber } } }));
    forgetId();
    void client.invalidateQueries({ queryKey: ['own-institutions'] });
    void client.invalidateQueries({ queryKey: ['cases'] });
    go(`/cases/${caseId}/draft`);
  };
  const renew = (): void => {
    setBusy(true);
    begin()
      .catch(showError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Button kind="secondary" busy={busy} onClick={renew}>
        {t('apply.own.renew')}
      </Button>
    </>
  );
}
