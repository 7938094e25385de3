import { Link, Redirect, useLocation } from 'wouter';
import type { CaseView } from '../../api.js';
import { ButtonLink, Confirm, Heading, Joined, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useCoSigners } from './co-signers.js';
import { PreReview } from './pre-review.js';
import { isAnswered, nextOpen, sectionsOf, type Section } from './questions.js';
import { keptAnswers } from './use-answers.js';
import { may, useCommand } from './use-case.js';
import { WithCase } from './with-case.js';

/** The task list of a draft: what is done, what is left, and where to go on. */
export function DraftPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) => (view.state === 'DRAFT' ? <Draft view={view} /> : <Redirect to={`/cases/${id}`} replace />)}
    </WithCase>
  );
}

type Status = 'none' | 'some' | 'done' | 'wrong';
const STATUS_TAG = { none: 'plain', some: 'active', done: 'done', wrong: 'bad' } as const;

function Draft({ view }: { view: CaseView }) {
  const t = useSay();
  const next = nextOpen(view);
  const papers = papersStatus(view);
  const onward = next ? next.id : papers === 'done' ? 'answers' : 'papers';
  return (
    <>
      <Heading>{view.institutionName || t('apply.cases.unnamed')}</Heading>
      <p className="muted">
        <Joined>
          {t.called(view.matterName)}
          {t('apply.draft.lead')}
        </Joined>
      </p>
      <div className="actions">
        <ButtonLink big to={`/cases/${view.id}/draft/${onward}`}>
          {t(next ? 'apply.draft.fill' : papers === 'done' ? 'apply.draft.check' : 'apply.draft.papers')}
        </ButtonLink>
      </div>
      <h2 id="tasks-title">{t('apply.draft.tasks')}</h2>
      <ol className="tasks" aria-labelledby="tasks-title">
        {sectionsOf(view).map((section) => (
          <SectionTask key={section.id} view={view} section={section} />
        ))}
        {uploads(view).length > 0 && (
          <Task to={`/cases/${view.id}/draft/papers`} status={papers} note={papersNote(view)}>
            {t('apply.section.papers')}
          </Task>
        )}
        <CoSignersTask id={view.id} />
        <Task to={`/cases/${view.id}/draft/answers`} status={null}>
          {t('apply.section.answers')}
        </Task>
      </ol>
      <PreReview view={view} />
      {may(view, 'discardDraft') && <Discard id={view.id} />}
    </>
  );
}

function SectionTask({ view, section }: { view: CaseView; section: Section }) {
  const t = useSay();
  const { id, questions } = section;
  const answered = questions.filter((question) => isAnswered(view.form, question)).length;
  const first = questions.find((question) => !isAnswered(view.form, question)) ?? questions[0];
  return (
    <Task
      to={`/cases/${view.id}/draft/${first?.id ?? ''}`}
      status={sectionStatus(view, section, answered)}
      note={{ n: answered, of: questions.length }}
    >
      {t(`apply.section.${id}`)}
    </Task>
  );
}

function Task({
  to,
  status,
  note,
  children,
}: {
  to: string;
  status: Status | null;
  note?: { n: number; of: number };
  children: string;
}) {
  const t = useSay();
  return (
    <li>
      <Link href={to}>{children}</Link>
      {note && <span className="small muted">{t('apply.draft.count', { n: note.n, of: note.of })}</span>}
      {status && <Tag kind={STATUS_TAG[status]}>{t(`apply.status.${status}`)}</Tag>}
    </li>
  );
}

/** Wrong is what the server did not take and this device still holds, and what the pre-review found and nobody has changed. */
function sectionStatus(view: CaseView, { questions }: Section, answered: number): Status {
  const held = questions.some((question) => keptAnswers(view.id, question) !== null);
  const fields: readonly string[] = questions.flatMap(({ fields: all }) => all as readonly string[]);
  const found = view.materials.some(
    (line) => line.verdict === 'deficient' && !line.changed && line.fields.some((field) => fields.includes(field)),
  );
  if (held || found) return 'wrong';
  return answered === questions.length ? 'done' : answered > 0 ? 'some' : 'none';
}

const uploads = ({ materials }: CaseView) =>
  materials.filter(({ source, applicable }) => source === 'upload' && applicable);

function papersStatus(view: CaseView): Status {
  const lines = uploads(view);
  if (lines.some(({ verdict, changed }) => verdict === 'deficient' && !changed)) return 'wrong';
  const main = lines.filter(({ role }) => role === 'main');
  if (main.every(({ fileId }) => fileId !== null)) return 'done';
  return lines.some(({ fileId }) => fileId !== null) ? 'some' : 'none';
}

function papersNote(view: CaseView): { n: number; of: number } {
  const lines = uploads(view);
  return { n: lines.filter(({ fileId }) => fileId !== null).length, of: lines.length };
}

/** Only where somebody else has to confirm; it is last, for every change voids a confirmation. */
function CoSignersTask({ id }: { id: string }) {
  const t = useSay();
  const { items = [] } = useCoSigners(id).data ?? {};
  if (items.length === 0) return null;
  const signed = items.filter(({ signedAt }) => signedAt !== null).length;
  return (
    <Task
      to={`/cases/${id}/draft/co-signers`}
      status={signed === items.length ? 'done' : signed > 0 ? 'some' : 'none'}
      note={{ n: signed, of: items.length }}
    >
      {t('apply.section.coSigners')}
    </Task>
  );
}

function Discard({ id }: { id: string }) {
  const t = useSay();
  const [, go] = useLocation();
  const send = useCommand(id);
  const discard = async (): Promise<void> => {
    await send('discardDraft');
    go('/cases');
  };
  return (
    <div>
      <Confirm
        words={{
          open: t('apply.discard.open'),
          title: t('apply.discard.title'),
          effect: t('apply.discard.effect'),
          confirm: t('apply.discard.do'),
        }}
        asks="quiet"
        danger
        act={discard}
      />
    </div>
  );
}
