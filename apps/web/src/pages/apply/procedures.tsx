import { useState } from 'react';
import type { CaseView } from '../../api.js';
import { Button, EffectCard, FaultSummary, HearingCard, ToleranceCard, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { may, useCommand } from './use-case.js';

/** Tolerance, special procedure and hearing on the applicant's page; what can be done now stands with it. */
export function Procedures({ view }: { view: CaseView }) {
  return (
    <>
      {view.tolerance && <ToleranceCard tolerance={view.tolerance} />}
      {view.specialProcedure && <EffectCard effect={view.specialProcedure} />}
      {view.hearing && (
        <HearingCard hearing={view.hearing}>
          <HearingSteps view={view} hearing={view.hearing} />
        </HearingCard>
      )}
    </>
  );
}

function HearingSteps({ view, hearing }: { view: CaseView; hearing: NonNullable<CaseView['hearing']> }) {
  if (may(view, 'requestHearing'))
    return <Step view={view} type="requestHearing" words="request" payload={{ by: 'applicant' }} />;
  if (may(view, 'confirmHearingRecord') && hearing.contentHash)
    return (
      <Step view={view} type="confirmHearingRecord" words="confirm" payload={{ contentHash: hearing.contentHash }} />
    );
  return null;
}

function Step({
  view,
  type,
  words,
  payload,
}: {
  view: CaseView;
  type: string;
  words: 'request' | 'confirm';
  payload: Record<string, unknown>;
}) {
  const t = useSay();
  const send = useCommand(view.id);
  const { faults, attempt, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const act = async (): Promise<void> => {
    setBusy(true);
    try {
      await send(type, payload);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <p>{t(`apply.hearing.${words}Why`)}</p>
      <div className="actions">
        <Button busy={busy} onClick={() => void act()}>
          {t(`apply.hearing.${words}`)}
        </Button>
      </div>
    </>
  );
}
