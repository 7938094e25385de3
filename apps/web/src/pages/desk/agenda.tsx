import '../../../../../libs/messages/src/web-desk.js';
import '../../../../../libs/messages/src/web-trips-desk.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link, useSearchParams } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, FaultSummary, Fetched, Heading, Sentence, Tag, TextField, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';
import { causeOf } from '../trips/ledger.js';

type Item = Schemas['Agenda']['items'][number];

/** 预约日程: who comes on a day and to whom somebody goes; whoever is there is checked in. */
export function AgendaPage() {
  const t = useSay();
  const [search, setSearch] = useSearchParams();
  const day = search.get('day') ?? '';
  const agenda = useQuery({
    queryKey: ['agenda', day],
    queryFn: () => took(http.GET('/api/desk/appointments', { params: { query: { day: day || undefined } } })),
  });
  return (
    <>
      <Heading>{t('desk.agenda.title')}</Heading>
      <Fetched query={agenda}>
        {(found) => (
          <>
            <DayRow key={found.day} day={found.day} ask={(asked) => setSearch({ day: asked })} />
            <p className="hint" role="status">
              <Sentence>{t('desk.agenda.count', { day: t.day(found.day), n: found.items.length })}</Sentence>
            </p>
            {found.items.length === 0 ? <Empty>{t('desk.agenda.none')}</Empty> : <Agenda {...found} />}
          </>
        )}
      </Fetched>
    </>
  );
}

function DayRow({ day, ask }: { day: string; ask(day: string): void }) {
  const t = useSay();
  const [typed, setTyped] = useState(day);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (typed) ask(typed);
  };
  return (
    <form className="toolbar" onSubmit={submit}>
      <TextField name="day" label={t('desk.agenda.day')} value={typed} onChange={setTyped} native={{ type: 'date' }} />
      <div className="actions">
        <Button type="submit" kind="secondary">
          {t('desk.agenda.show')}
        </Button>
      </div>
    </form>
  );
}

function Agenda({ day, items }: Schemas['Agenda']) {
  const t = useSay();
  const session = useSession();
  const { faults, attempt, busy, keep } = useKeeping();
  const today = session.data?.today === day;
  const may = today && hasRole(session.data, ['windowClerk', 'registrar']);
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <table className="cards">
        <caption className="visually-hidden">{t('desk.agenda.title')}</caption>
        <thead>
          <tr>
            {(['time', 'who', 'where', 'cause', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`desk.agenda.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <th scope="row">
                {item.from}–{item.to}
              </th>
              <td data-label={t('desk.agenda.who')}>
                <Who item={item} />
              </td>
              <td data-label={t('desk.agenda.where')}>{t(`appointment.place.${item.place as 'home'}`)}</td>
              <td data-label={t('desk.agenda.cause')}>{causeOf(t, item.cause)}</td>
              <td data-label={t('desk.agenda.state')}>
                {item.endedAs === null && may ? (
                  <Button kind="secondary" busy={busy} onClick={() => void keep(item.id)}>
                    {t('desk.agenda.keep')}
                    <span className="visually-hidden">（{item.institutionName || item.from}）</span>
                  </Button>
                ) : (
                  <Standing item={item} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A case that is only a draft is not the bureau's to open. */
function Who({ item: { caseId, number, institutionName } }: { item: Item }) {
  const t = useSay();
  const name = institutionName || t('desk.noNumber');
  return number ? <Link href={`/desk/cases/${caseId}`}>{name}</Link> : <>{name}</>;
}

function Standing({ item: { endedAs } }: { item: Item }) {
  const t = useSay();
  if (endedAs === 'kept') return <Tag kind="done">{t('desk.agenda.kept')}</Tag>;
  if (endedAs === 'missed') return <Tag kind="ended">{t('desk.agenda.missed')}</Tag>;
  return <Tag kind="plain">{t('desk.agenda.running')}</Tag>;
}

function useKeeping() {
  const client = useQueryClient();
  const { faults, attempt, clear, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const keep = async (id: string): Promise<void> => {
    setBusy(true);
    try {
      await took(http.POST('/api/desk/appointments/{id}/check-in', { params: { path: { id } } }));
      clear();
    } catch (error) {
      showError(error);
    } finally {
      await client.invalidateQueries({ queryKey: ['agenda'] });
      setBusy(false);
    }
  };
  return { faults, attempt, busy, keep };
}
