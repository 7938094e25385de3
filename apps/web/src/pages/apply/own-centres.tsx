import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, RegisterTag, Sentence, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';

type Centre = Schemas['OwnInstitutions']['centres'][number];

/** A centre of the list of before: when its recognition ends, and the way to convert it or to end it. */
export function CentreCard({ one: { name, state, number, validUntil } }: { one: Centre }) {
  const t = useSay();
  return (
    <li className="card case-card">
      <h3>{name}</h3>
      <p>
        <RegisterTag state={state} />
      </p>
      <p>
        <Sentence>
          {t(state === 'OPERATING' ? 'apply.own.centre' : 'apply.own.centreEnded', { number, day: t.day(validUntil) })}
        </Sentence>
      </p>
      {state === 'OPERATING' && <Convert centreNumber={number} />}
    </li>
  );
}

/** Opens the matter with the number of the centre in it. */
function Convert({ centreNumber }: { centreNumber: string }) {
  const t = useSay();
  const [, go] = useLocation();
  const client = useQueryClient();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept(`convert:${centreNumber}`, '');
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const known = commandId || freshId();
    keepId(known);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: known, matter: 'ECC-RECOG' } }));
    const path = { params: { path: { id: caseId } } };
    await took(http.PATCH('/api/cases/{id}/draft', { ...path, body: { fields: { centreNumber } } }));
    forgetId();
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
        {t('apply.own.convert')}
      </Button>
    </>
  );
}
