import '../../../../../libs/messages/src/web-visit.js';
import { useQueryClient } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import { ProblemError } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, Joined, Sentence, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession, type SessionView } from '../../session.js';
import { ChecklistForm } from './checklist-form.js';
import { useDraft } from './draft.js';
import { Found, Items } from './items.js';
import { PhaseTag, Round } from './phase.js';
import { Photos } from './photos.js';
import { Result } from './result.js';
import { Signatures } from './signatures.js';
import { phaseOf, useVisits, type VisitView } from './visit-view.js';

export function VisitPage({ params }: { params: Record<string, string | undefined> }) {
  const visits = useVisits({ watching: true });
  const { data: session } = useSession();
  return (
    <>
      <Back />
      <Fetched query={visits}>
        {(items) => {
          const visit = items.find(({ id }) => id === params['id']);
          return visit && session ? <Visit key={visit.id} visit={visit} session={session} /> : <NotFound />;
        }}
      </Fetched>
    </>
  );
}

function Back() {
  const t = useSay();
  return (
    <p className="back no-print">
      <Link href="/visits">
        <ArrowLeft aria-hidden="true" />
        {t('visit.back')}
      </Link>
    </p>
  );
}

function NotFound() {
  const t = useSay();
  return (
    <>
      <Heading>{t('visit.notFound')}</Heading>
      <p>{t('visit.notFoundHint')}</p>
    </>
  );
}

/** Filling in, then the result and two signatures, on one page that follows what the server says. */
function Visit({ visit, session }: { visit: VisitView; session: SessionView }) {
  const client = useQueryClient();
  const draft = useDraft(visit, session.account.id);
  const forms = useFaults();
  const [changing, setChanging] = useState(false);
  const [arrived, setArrived] = useState(false);
  const phase = phaseOf(visit, session.today);
  const fillingIn = phase === 'toCheck' || (phase === 'toSign' && (changing || draft.unsent));
  const refused = (error: unknown): void => {
    forms.showError(error);
    if (error instanceof ProblemError) void client.invalidateQueries({ queryKey: ['visits'] });
  };
  return (
    <>
      <FaultSummary faults={forms.faults} attempt={forms.attempt} />
      <Heading>{visit.institutionName}</Heading>
      <p className="tags">
        <PhaseTag phase={phase} />
      </p>
      <Facts visit={visit} />
      {phase === 'later' && <NotYet visit={visit} />}
      {fillingIn && (
        <ChecklistForm
          visit={visit}
          draft={draft}
          forms={forms}
          onUploaded={() => {
            setChanging(false);
            setArrived(true);
          }}
        >
          <Photos visit={visit} accountId={session.account.id} />
        </ChecklistForm>
      )}
      {!fillingIn && visit.result && (
        <>
          {draft.unsent && <TooLate forget={draft.forget} />}
          <Result
            visit={visit}
            arrived={arrived}
            onChange={visit.signatures > 0 ? undefined : () => setChanging(true)}
          />
          <Signatures visit={visit} refused={refused} done={forms.clear} />
          <Found visit={visit} />
          <Photos visit={visit} accountId={session.account.id} />
        </>
      )}
    </>
  );
}

function Facts({ visit }: { visit: VisitView }) {
  const t = useSay();
  return (
    <dl className="facts">
      <dt>{t('visit.day')}</dt>
      <dd>
        <Joined>
          {t.day(visit.plannedOn)}
          <Round round={visit.round} />
        </Joined>
      </dd>
      <dt>{t('visit.address')}</dt>
      <dd>{visit.siteAddress}</dd>
      <dt>{t('visit.department')}</dt>
      <dd>{t(`visit.department.${visit.department}` as 'visit.department.health')}</dd>
      <dt>{t('visit.number')}</dt>
      <dd>{visit.caseNumber}</dd>
    </dl>
  );
}

function NotYet({ visit }: { visit: VisitView }) {
  const t = useSay();
  return (
    <>
      <div className="note">
        <p>
          <strong>
            <Sentence>{t('visit.notYet', { day: t.day(visit.plannedOn) })}</Sentence>
          </strong>
        </p>
        <p>{t('visit.notYetHint')}</p>
      </div>
      <h2>{t('visit.checklist')}</h2>
      <Items checklist={visit.checklist} />
    </>
  );
}

function TooLate({ forget }: { forget(): void }) {
  const t = useSay();
  return (
    <div className="note warn">
      <p>{t('visit.tooLate')}</p>
      <Button kind="secondary" onClick={forget}>
        {t('visit.drop')}
      </Button>
    </div>
  );
}
