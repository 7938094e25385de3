import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { BackLink } from './back-link.js';
import type { Triage } from './triage-steps.js';
import { MATTER, useEstimate } from './use-case.js';

/** What exactly is needed, and the one button that begins. */
export function TriageResult({ triage, back, forget }: { triage: Triage; back: string; forget(): void }) {
  const t = useSay();
  const estimate = useEstimate({ donated: triage.assets === true, jointSponsors: triage.sponsors === true });
  const { open, busy, faults, attempt } = useOpening(triage, forget);
  return (
    <>
      <BackLink to={back} />
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('apply.result.title')}</Heading>
      <Fetched query={estimate}>
        {(found) => (
          <>
            <Facts estimate={found} />
            <div className="actions">
              <Button big busy={busy} onClick={() => void open()}>
                {t('apply.result.open')}
              </Button>
            </div>
            <p className="small muted">{t('apply.result.openHint')}</p>
            <Needed estimate={found} />
          </>
        )}
      </Fetched>
    </>
  );
}

function Facts({
  estimate: { materials, trips, answerOn, decisionOn, provisional },
}: {
  estimate: Schemas['Estimate'];
}) {
  const t = useSay();
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{t('apply.result.materials')}</dt>
          <dd>{t('apply.result.n', { n: materials.length })}</dd>
        </div>
        <div>
          <dt>{t('apply.result.trips')}</dt>
          <dd>{t('apply.result.atMost', { n: trips })}</dd>
        </div>
        <div>
          <dt>{t('apply.result.answerOn')}</dt>
          <dd>{t.day(answerOn)}</dd>
        </div>
        <div>
          <dt>{t('apply.result.decisionOn')}</dt>
          <dd>{t.day(decisionOn)}</dd>
        </div>
      </dl>
      <p className="small muted">{t('apply.result.ifToday')}</p>
      {provisional && <p className="note warn">{t('time.provisional')}</p>}
    </>
  );
}

/** By what people have to do: upload, fill in, nothing. */
function Needed({ estimate: { materials } }: { estimate: Schemas['Estimate'] }) {
  const t = useSay();
  const groups = ['upload', 'form', 'lookup'] as const;
  return groups.map((source) => {
    const lines = materials.filter((line) => line.source === source);
    if (lines.length === 0) return null;
    return (
      <section key={source} aria-labelledby={`needed-${source}`}>
        <h2 id={`needed-${source}`}>{t(`apply.result.${source}`, { n: lines.length })}</h2>
        <ul className="plain lines">
          {lines.map((line) => (
            <li key={line.id}>
              <strong>{t.called(line)}</strong>
              {source === 'upload' && (
                <>
                  <br />
                  <span className="small muted" lang="zh-CN">
                    {line.sampleZh}
                  </span>
                </>
              )}
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

/** Opens the draft and puts the answers into it. Who is not logged in yet comes back here and finds everything as it was. */
function useOpening(triage: Triage, forget: () => void) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const session = useSession();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept('triage:command', '');
  const [busy, setBusy] = useState(false);
  const begin = async (): Promise<void> => {
    const id = commandId || freshId();
    keepId(id);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: id, matter: MATTER } }));
    const fields = {
      institutionType: 'KG',
      stage: 'KINDERGARTEN',
      nature: triage.nature,
      usesFiscalOrDonatedAssets: triage.assets,
    };
    await took(http.PATCH('/api/cases/{id}/draft', { params: { path: { id: caseId } }, body: { fields } }));
    forgetId();
    forget();
    void client.invalidateQueries({ queryKey: ['cases'] });
    go(`/cases/${caseId}/draft`);
  };
  const open = async (): Promise<void> => {
    if (!session.data) return go(`/login?to=${encodeURIComponent('/apply/result')}`);
    setBusy(true);
    try {
      await begin();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { open, busy, faults, attempt };
}
