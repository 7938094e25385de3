import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { http, took, type CaseView, type Schemas } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, Tagged } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSending } from '../desk/use-room.js';
import { BackLink } from './back-link.js';
import { CoSignerTags } from './co-signer-tags.js';
import { WithCase } from './with-case.js';

type CoSigner = Schemas['CoSigner'];

export const useCoSigners = (id: string) =>
  useQuery({
    queryKey: ['case', id, 'co-signers'],
    queryFn: () => took(http.GET('/api/cases/{id}/co-signers', { params: { path: { id } } })),
  });

/** 共同确认: for the applicant, who has confirmed what is written and who still has to. */
export function CoSignersPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return <WithCase id={id}>{(view) => <CoSigners view={view} />}</WithCase>;
}

function CoSigners({ view }: { view: CaseView }) {
  const t = useSay();
  const draft = view.state === 'DRAFT';
  return (
    <>
      <BackLink to={draft ? `/cases/${view.id}/draft` : `/cases/${view.id}`}>
        {t(draft ? 'apply.back.draft' : 'apply.back.case')}
      </BackLink>
      <Heading>{t('coSign.title')}</Heading>
      <Fetched query={useCoSigners(view.id)}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('coSign.none')}</p>
          ) : (
            <>
              <p>{t('coSign.lead')}</p>
              <p>{t('coSign.void')}</p>
              {view.formFields.includes('sponsors') && <p>{t('coSign.first')}</p>}
              {items.map((one) => (
                <OneParty key={one.party} caseId={view.id} one={one} />
              ))}
            </>
          )
        }
      </Fetched>
    </>
  );
}

function OneParty({ caseId, one }: { caseId: string; one: CoSigner }) {
  const t = useSay();
  const [code, setCode] = useState<string | null>(null);
  const { faults, attempt, busy, send } = useSending();
  const invite = (): void =>
    void send(async () => {
      const path = { params: { path: { id: caseId, party: one.party } } };
      const answer = await took(http.POST('/api/cases/{id}/co-signers/{party}/invitation', path));
      setCode(answer.code);
    });
  return (
    <section className="card" aria-labelledby={`party-${one.party}`}>
      <h2 id={`party-${one.party}`}>{one.name}</h2>
      <p>
        <Tagged>
          <span>{t.code('coSigner', one.kind)}</span>
          <CoSignerTags one={one} />
        </Tagged>
      </p>
      <p className="small muted">{one.article.zh}</p>
      <FaultSummary faults={faults} attempt={attempt} />
      <div role="status">
        {code && (
          <>
            <p>{t('coSign.code', { name: one.name })}</p>
            <p className="case-number">{code}</p>
            <p>{t('coSign.codeHint')}</p>
          </>
        )}
      </div>
      {!one.seated && (
        <div className="actions">
          <Button
            kind="secondary"
            busy={busy}
            aria-label={t('coSign.makeCodeFor', { name: one.name })}
            onClick={invite}
          >
            {t('coSign.makeCode')}
          </Button>
        </div>
      )}
    </section>
  );
}
