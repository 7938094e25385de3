import { useQuery } from '@tanstack/react-query';
import { http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, Fetched, Heading, Joined, StateTag } from '../../kit/index.js';
import { OfKind, useFormSay } from './form-say.js';
import { useSending } from '../desk/use-room.js';
import { BackLink } from './back-link.js';
import { CoSignerRows } from './co-signer-tags.js';
import { sectionsOf } from './questions.js';
import { isOver } from './use-case.js';
import { answerWords, labelOf } from './words.js';

type ToSign = Schemas['ToSign'];

/** 共同确认: for a party, everything that will be filed, and the one button that says yes to exactly that. */
export function CoSignPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  const t = useFormSay();
  const query = useQuery({
    queryKey: ['co-sign', id],
    queryFn: () => took(http.GET('/api/co-signatures/{id}', { params: { path: { id } } })),
  });
  return (
    <>
      <BackLink to="/cases">{t('nav.cases')}</BackLink>
      <Heading>{t('coSign.confirmTitle')}</Heading>
      <Fetched query={query}>{(content) => <Content content={content} />}</Fetched>
    </>
  );
}

function Content({ content }: { content: ToSign }) {
  const t = useFormSay();
  return (
    <>
      <p className="case-head">
        <StateTag state={content.state} />
        <span className="muted">
          <Joined>
            {content.institutionName || t('apply.cases.unnamed')}
            {t.called(content.matterName)}
          </Joined>
        </span>
      </p>
      <p>{t('coSign.confirmLead')}</p>
      <OfKind view={content}>
        <Answers content={content} />
      </OfKind>
      <Files content={content} />
      <Parties content={content} />
      <Confirm content={content} />
    </>
  );
}

function Answers({ content: { form, formFields } }: { content: ToSign }) {
  const t = useFormSay();
  return sectionsOf({ formFields }).map(({ id, questions }) => (
    <section key={id} aria-labelledby={`section-${id}`}>
      <h2 id={`section-${id}`}>{t(`apply.section.${id}`)}</h2>
      <dl className="answers">
        {questions
          .flatMap(({ fields }) => fields as readonly string[])
          .map((field) => (
            <div key={field}>
              <dt>{labelOf(t, field)}</dt>
              <dd>
                {(answerWords(t, field, form) ?? [{ words: t('apply.answers.missing') }]).map(({ words, more }, i) => (
                  <p key={i}>
                    {words}
                    {more && (
                      <span className="small muted more">
                        <Joined>{more}</Joined>
                      </span>
                    )}
                  </p>
                ))}
              </dd>
            </div>
          ))}
      </dl>
    </section>
  ));
}

function Files({ content: { caseId, materials } }: { content: ToSign }) {
  const t = useFormSay();
  if (materials.length === 0) return null;
  return (
    <section aria-labelledby="section-papers">
      <h2 id="section-papers">{t('apply.section.papers')}</h2>
      <dl className="answers">
        {materials.map((line) => (
          <div key={line.lineId}>
            <dt>{t.called(line)}</dt>
            <dd>
              <a href={`/api/co-signatures/${caseId}/files/${line.fileId}`} target="_blank" rel="noreferrer">
                {line.fileName}
              </a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Parties({ content: { coSigners } }: { content: ToSign }) {
  const t = useFormSay();
  return (
    <section aria-labelledby="parties-title">
      <h2 id="parties-title">{t('coSign.parties')}</h2>
      <ul className="plain">
        <CoSignerRows of={coSigners} />
      </ul>
    </section>
  );
}

function Confirm({ content }: { content: ToSign }) {
  const t = useFormSay();
  const { caseId, contentHash, coSigners, state } = content;
  const { faults, attempt, busy, send } = useSending(['co-sign', caseId]);
  const signed = coSigners.filter(({ own }) => own).every(({ signedAt }) => signedAt !== null);
  const sign = (): void =>
    void send(() =>
      took(http.POST('/api/co-signatures/{id}', { params: { path: { id: caseId } }, body: { contentHash } })),
    );
  return (
    <section className="card submit" aria-labelledby="sign-title">
      <h2 id="sign-title">{t('coSign.do')}</h2>
      <FaultSummary faults={faults} attempt={attempt} />
      <p className="small muted break-all">
        {t('ui.label', { name: t('coSign.hash') })}
        {contentHash}
      </p>
      <div role="status">{signed && <p className="note good">{t('coSign.done')}</p>}</div>
      {!signed && !isOver({ state }) && (
        <>
          <p>{t('coSign.doEffect')}</p>
          <div className="actions">
            <Button big busy={busy} onClick={sign}>
              {t('coSign.do')}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
