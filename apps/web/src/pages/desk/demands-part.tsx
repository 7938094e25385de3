import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { http, ProblemError, took, type CaseView } from '../../api.js';
import { dayOf, DemandList, Fetched, Joined, MessageThread, NoDemandNote, WriteWords } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** What is asked of the applicant, what is said to them, and what officers say to each other: three things apart. */
export function DemandsPart({ shown }: { shown: CaseView }) {
  return (
    <>
      <DemandList demands={shown.demands} reminders={shown.reminders} desk />
      <Messages id={shown.id} />
      <Notes id={shown.id} />
    </>
  );
}

function Messages({ id }: { id: string }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="messages-title">
      <h2 id="messages-title">{t('message.title')}</h2>
      <NoDemandNote />
      <MessageThread caseId={id} />
      <WriteWords
        caseId={id}
        path="/api/cases/{id}/messages"
        refreshes="messages"
        words={{
          label: t('message.words'),
          hint: t('message.wordsHint'),
          send: t('message.send'),
          sent: t('message.sent'),
          missing: t('message.missing'),
        }}
        beside={(error) => <LinesInstead id={id} error={error} />}
      />
    </section>
  );
}

/** A message that asks is turned back with what a notice may ask for: each line leads to the sheet. */
function LinesInstead({ id, error }: { id: string; error: unknown }) {
  const t = useSay();
  const lines = error instanceof ProblemError ? (error.problem.lines ?? []) : [];
  if (lines.length === 0) return null;
  return (
    <div className="note">
      <h3>{t('message.lines')}</h3>
      <p>{t('message.linesHint')}</p>
      <ul>
        {lines.map((line) => (
          <li key={line.lineId}>{t.called(line)}</li>
        ))}
      </ul>
      <p>
        <Link href={`/desk/cases/${id}/materials`}>{t('message.toSheet')}</Link>
      </p>
    </div>
  );
}

function Notes({ id }: { id: string }) {
  const t = useSay();
  const query = useQuery({
    queryKey: ['notes', id],
    queryFn: () => took(http.GET('/api/cases/{id}/notes', { params: { path: { id } } })),
  });
  return (
    <section className="card" aria-labelledby="notes-title">
      <h2 id="notes-title">{t('note.title')}</h2>
      <p className="muted">{t('note.hint')}</p>
      <Fetched query={query}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="muted">{t('note.none')}</p>}
            <ul className="plain lines" aria-label={t('note.title')}>
              {items.map(({ id: note, writer, words, writtenAt }) => (
                <li key={note}>
                  <p className="spoken">{words}</p>
                  <p className="small muted">
                    <Joined>
                      {writer}
                      {t.day(dayOf(writtenAt))}
                    </Joined>
                  </p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Fetched>
      <WriteWords
        caseId={id}
        path="/api/cases/{id}/notes"
        refreshes="notes"
        words={{
          label: t('note.words'),
          send: t('note.write'),
          sent: t('note.written'),
          missing: t('note.missing'),
        }}
      />
    </section>
  );
}
