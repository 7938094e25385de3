import type { CaseView } from '../../api.js';
import { Heading, MessageThread, NoDemandNote, WriteWords } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { WithCase } from './with-case.js';

/** 留言: the applicant and the bureau about one case; what is asked for stands elsewhere, and the page says so. */
export function MessagesPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return <WithCase id={id}>{(view) => <Messages view={view} />}</WithCase>;
}

function Messages({ view }: { view: CaseView }) {
  const t = useSay();
  return (
    <>
      <BackLink to={`/cases/${view.id}`}>{t('apply.back.case')}</BackLink>
      <Heading>{t('message.title')}</Heading>
      <NoDemandNote />
      <section className="card" aria-label={t('message.title')}>
        <MessageThread caseId={view.id} />
      </section>
      <WriteWords
        caseId={view.id}
        path="/api/cases/{id}/messages"
        refreshes="messages"
        words={{
          label: t('message.words'),
          hint: t('message.wordsHintOwn'),
          send: t('message.send'),
          sent: t('message.sent'),
          missing: t('message.missing'),
        }}
      />
    </>
  );
}
