import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { EstablishedType, Stage } from '../../../../../libs/law/src/institution-types.js';
import type { FormField, OnlineForm } from '../../../../../libs/law/src/forms.js';
import { walk, type TriageAnswers } from '../../../../../libs/law/src/triage.js';
import type { TriageEnd } from '../../../../../libs/law/src/triage-tree.js';
import { freshId, http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { BackLink } from './back-link.js';
import { TriageEndPage } from './triage-end.js';
import { useEstimate } from './use-case.js';

type Found = Extract<TriageEnd, { end: 'matter' }>;
type Estimate = Schemas['Estimate'];
interface Answered {
  answers: TriageAnswers;
  forget(): void;
}

/** Where the answers led: a matter with all that it takes, or who handles it instead. */
export function TriageResult({ answers, back, forget }: Answered & { back: string }) {
  const { end } = walk(answers);
  return (
    <>
      <BackLink to={back} />
      {end?.end === 'matter' ? (
        <MatterFound end={end} answers={answers} forget={forget} />
      ) : (
        end && <TriageEndPage end={end} />
      )}
    </>
  );
}

/** What exactly is needed, and the one button that begins. */
function MatterFound({ end, answers, forget }: Answered & { end: Found }) {
  const t = useSay();
  const estimate = useEstimate(end);
  const { open, busy, faults, attempt } = useOpening(end, answers, forget);
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('apply.result.title')}</Heading>
      <Fetched query={estimate}>
        {(found) => (
          <>
            <Facts estimate={found} />
            {found.open ? (
              <>
                <div className="actions">
                  <Button big busy={busy} onClick={() => void open(found)}>
                    {t('apply.result.open')}
                  </Button>
                </div>
                <p className="small muted">{t('apply.result.openHint')}</p>
              </>
            ) : (
              <p className="note warn">{t('triage.counter')}</p>
            )}
            <Elsewhere estimate={found} />
            <Needed estimate={found} />
          </>
        )}
      </Fetched>
    </>
  );
}

/** The same on paper and on a line of time; these pages work without this application. */
function Elsewhere({ estimate: { matter, situation } }: { estimate: Estimate }) {
  const t = useSay();
  const facts = new URLSearchParams(
    Object.fromEntries(Object.entries(situation.facts).map(([fact, yes]) => [fact, String(yes)])),
  ).toString();
  return (
    <ul className="plain">
      <li>
        <a href={`/guides/${matter}`}>{t('triage.guide')}</a>
      </li>
      <li>
        <a href={`/guides/${matter}/checklist.pdf?${facts}`}>{t('triage.checklist')}</a>
      </li>
      <li>
        <a href={`/guides/${matter}/rehearsal`}>{t('triage.rehearsal')}</a>
      </li>
    </ul>
  );
}

function Facts({ estimate }: { estimate: Estimate }) {
  const t = useSay();
  const { nameZh, nameEn, situation, materials, trips, answerOn, decisionOn, statutoryOn, statutory, provisional } =
    estimate;
  const zh = t.language === 'zh';
  return (
    <>
      <p>
        <strong>{t('triage.result', { name: t.called({ nameZh, nameEn }) })}</strong>
        <br />
        {t('error.named', { name: t('triage.situation'), message: zh ? situation.zh : situation.en })}
      </p>
      <dl className="figures">
        <div>
          <dt>{t('apply.result.materials')}</dt>
          <dd>{t('apply.result.n', { n: materials.length })}</dd>
        </div>
        <div>
          <dt>{t('apply.result.trips')}</dt>
          <dd>{t('apply.result.atMost', { n: trips })}</dd>
        </div>
        {answerOn && (
          <div>
            <dt>{t('apply.result.answerOn')}</dt>
            <dd>{t.day(answerOn)}</dd>
          </div>
        )}
        {decisionOn && (
          <div>
            <dt>{t('triage.promisedOn')}</dt>
            <dd>{t.day(decisionOn)}</dd>
          </div>
        )}
        <div>
          <dt>{t('triage.statutoryOn')}</dt>
          <dd>{statutoryOn ? t.day(statutoryOn) : zh ? statutory.zh : statutory.en}</dd>
        </div>
      </dl>
      <p className="small muted">{t('apply.result.ifToday')}</p>
      {provisional && <p className="note warn">{t('time.provisional')}</p>}
    </>
  );
}

/** By what people have to do: upload, fill in, nothing. */
function Needed({ estimate: { materials } }: { estimate: Estimate }) {
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
                  <span className="small muted">{t.sample(line)}</span>
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
function useOpening(end: Found, answers: TriageAnswers, forget: () => void) {
  const [, go] = useLocation();
  const client = useQueryClient();
  const session = useSession();
  const { faults, attempt, showError } = useFaults();
  const [commandId, keepId, forgetId] = useKept('triage:command', '');
  const [busy, setBusy] = useState(false);
  const begin = async ({ matter, onlineForm }: Estimate): Promise<void> => {
    const id = commandId || freshId();
    keepId(id);
    const { caseId } = await took(http.POST('/api/cases', { body: { commandId: id, matter } }));
    const fields = await answeredFields(end, answers, onlineForm as OnlineForm | null);
    if (Object.keys(fields).length > 0)
      await took(http.PATCH('/api/cases/{id}/draft', { params: { path: { id: caseId } }, body: { fields } }));
    forgetId();
    forget();
    void client.invalidateQueries({ queryKey: ['cases'] });
    go(`/cases/${caseId}/draft`);
  };
  const open = async (estimate: Estimate): Promise<void> => {
    if (!session.data) return go(`/login?to=${encodeURIComponent('/apply/result')}`);
    setBusy(true);
    try {
      await begin(estimate);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return { open, busy, faults, attempt };
}

/** What the form asks for and the triage knows already; only fields that the form of the matter has. */
async function answeredFields(
  end: Found,
  answers: TriageAnswers,
  form: OnlineForm | null,
): Promise<Record<string, unknown>> {
  // the fields with their checks are heavy, and only whoever begins needs them
  const { FORMS } = await import('../../../../../libs/law/src/forms.js');
  const known: Partial<Record<FormField, unknown>> = {
    ...kindIn(answers),
    nature: answers[answers['kind'] === 'school' ? 'school_nature' : 'nature'],
    usesFiscalOrDonatedAssets: end.facts.donated,
  };
  const asked: readonly string[] = form ? FORMS[form] : [];
  return Object.fromEntries(
    Object.entries(known).filter(([field, value]) => value !== undefined && asked.includes(field)),
  );
}

/** 办哪一类, in the words of the form. */
function kindIn({ kind, stage }: TriageAnswers): { institutionType?: EstablishedType; stage?: Stage } {
  if (kind === 'kindergarten') return { institutionType: 'KG', stage: 'KINDERGARTEN' };
  return kind === 'school' && stage ? { institutionType: 'PS-PRI-JUN', stage: stage.toUpperCase() as Stage } : {};
}
