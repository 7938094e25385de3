import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, ButtonLink, FaultSummary, RegisterTag, Sentence, Tag, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';

import { CentreCard } from './own-centres.js';

type Institution = Schemas['OwnInstitutions']['items'][number];

type Change = Schemas['OwnInstitutions']['changes'][number];

const useOwn = () =>
  useQuery({ queryKey: ['own-institutions'], queryFn: () => took(http.GET('/api/register/mine')) }).data;

/** The schools of the one who is logged in; none while they are not known. */
export const useOwnInstitutions = (): readonly Institution[] => useOwn()?.items ?? [];

/** Each with the end of its licence and the way to its renewal. */
export function OwnInstitutions() {
  const t = useSay();
  const { items = [], changes = [], centres = [] } = useOwn() ?? {};
  if (items.length + centres.length === 0) return null;
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title">{t('apply.own.title')}</h2>
      <ul className="case-cards">
        {items.map((one) => (
          <InstitutionCard key={one.id} one={one} changes={changes} />
        ))}
        {centres.map((one) => (
          <CentreCard key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function InstitutionCard({ one, changes }: { one: Institution; changes: readonly Change[] }) {
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
        renewalOffered && (
          <Begin one={one} matter="RENEW">
            {t('apply.own.renew')}
          </Begin>
        )
      )}
      {licenceState === 'VALID' && changes.length > 0 && (
        <details className="own-changes">
          <summary>{t('apply.own.changes')}</summary>
          {changes.map((change) => (
            <Begin key={change.code} one={one} matter={change.code}>
              {t.called(change)}
            </Begin>
          ))}
        </details>
      )}
    </li>
  );
}

/** Opens a matter about a school with the licence in it: what the register knows is not asked. */
function Begin({
  one: { id, licenceNumber },
  matter,
  children,
}: {
  one: Institution;
  matter: string;
  children: ReactNode;
}) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept(`begin:${matter}:${id}`, '');
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const known = commandId || freshId();
    keepId(known);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: known, matter } }));
    const path = { params: { path: { id: caseId } } };
    await took(http.PATCH('/api/cases/{id}/draft', { ...path, body: { fields: { licenceNumber } } }));
    forgetId();
    void client.invalidateQueries({ queryKey: ['own-institutions'] });
    void client.invalidateQueries({ queryKey: ['cases'] });
    go(`/cases/${caseId}/draft`);
  };
  const start = (): void => {
    setBusy(true);
    begin()
      .catch(showError)
      .finally(() => setBusy(false));
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Button kind="secondary" busy={busy} onClick={start}>
        {children}
      </Button>
    </>
  );
}
