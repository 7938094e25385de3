import { useState } from 'react';
import { Link } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, Empty, Fetched, Joined, Sentence, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { caseTo } from './columns.js';
import { usePaged } from './paged.js';
import { Switch } from './switch.js';
import { TicketDialog, type TicketAct } from './ticket-dialog.js';

export type Ticket = Schemas['Ticket'];
type State = 'open' | 'acknowledged';
type Scope = 'mine' | 'all';
const A_PAGE = 20;

/** The tickets of supervision, oldest first: to acknowledge, and those that somebody has taken up. */
export function TicketsPart() {
  const t = useSay();
  const [state, setState] = useState<State>('open');
  const [scope, setScope] = useState<Scope>('all');
  const [act, setAct] = useState<TicketAct | null>(null);
  const [done, setDone] = useState('');
  const tickets = usePaged<Ticket>(['tickets', state, scope], (cursor) =>
    took(http.GET('/api/desk/tickets', { params: { query: { state, scope, cursor, limit: A_PAGE } } })),
  );
  return (
    <section aria-labelledby="tickets-title">
      <h2 id="tickets-title">{t('supervision.tickets')}</h2>
      <div className="toolbar">
        <Switch<State>
          label={t('supervision.ticketState')}
          value={state}
          options={[
            { value: 'open', label: t('supervision.open') },
            { value: 'acknowledged', label: t('supervision.acknowledged') },
          ]}
          onChange={setState}
        />
        <Switch<Scope>
          label={t('supervision.tickets')}
          value={scope}
          options={[
            { value: 'all', label: t('supervision.all') },
            { value: 'mine', label: t('supervision.mine') },
          ]}
          onChange={setScope}
        />
      </div>
      <div role="status">{done && <p className="note good">{done}</p>}</div>
      <Fetched query={tickets}>
        {(items) => (
          <>
            {items.length === 0 && <Empty>{t('supervision.noTickets')}</Empty>}
            <ul className="plain ticket-cards">
              {items.map((ticket) => (
                <li key={ticket.id} className="card">
                  <TicketCard ticket={ticket} onAct={setAct} />
                </li>
              ))}
            </ul>
            {tickets.hasMore && (
              <Button kind="secondary" onClick={tickets.more}>
                {t('supervision.more', { n: A_PAGE })}
              </Button>
            )}
          </>
        )}
      </Fetched>
      {act && <TicketDialog act={act} onClose={() => setAct(null)} onDone={setDone} />}
    </section>
  );
}

function TicketCard({ ticket, onAct }: { ticket: Ticket; onAct(act: TicketAct): void }) {
  const t = useSay();
  const { acknowledged, explanation } = ticket;
  return (
    <>
      <h3>
        <About ticket={ticket} />
      </h3>
      <p>
        <Tag kind={acknowledged ? 'done' : 'bad'}>
          <Sentence>
            {t('supervision.about', { matter: t.code('ticket', ticket.matter), day: t.day(ticket.legalDate) })}
          </Sentence>
        </Tag>
      </p>
      <Deadline ticket={ticket} />
      {acknowledged && (
        <p>
          <Sentence>
            {t('supervision.takenBy', { day: t.day(acknowledged.on), name: acknowledged.by, note: acknowledged.note })}
          </Sentence>
        </p>
      )}
      {explanation && (
        <p>
          {explanation.reason ? t('supervision.reason', { reason: explanation.reason }) : t('supervision.unexplained')}
        </p>
      )}
      <details>
        <summary>{t('supervision.path')}</summary>
        <ol>
          {ticket.rungs.map(({ rung, role, since, told }) => (
            <li key={rung}>
              <Sentence>
                {t('supervision.step', {
                  day: t.day(since),
                  rung: t(`rung.${rung}` as 'rung.officer'),
                  role: t.code('role', role),
                  n: told,
                })}
              </Sentence>
            </li>
          ))}
        </ol>
      </details>
      {(ticket.mayAcknowledge || ticket.mayExplain) && (
        <div className="actions">
          {ticket.mayAcknowledge && (
            <Button onClick={() => onAct({ kind: 'acknowledgement', ticket })}>{t('supervision.acknowledge')}</Button>
          )}
          {ticket.mayExplain && (
            <Button kind="secondary" onClick={() => onAct({ kind: 'explanation', ticket })}>
              {t('supervision.explain')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function About({ ticket: { caseId, institutionId, institutionName } }: { ticket: Ticket }) {
  const to = caseId ? caseTo({ id: caseId }) : `/desk/register/${institutionId ?? ''}`;
  return <Link href={to}>{institutionName}</Link>;
}

/** Until when it may be acknowledged where it stands, and with whom it stands. */
function Deadline({ ticket: { acknowledgeBy, overdue, rungs } }: { ticket: Ticket }) {
  const t = useSay();
  const top = rungs[rungs.length - 1];
  if (!acknowledgeBy || !top) return null;
  const day = t.day(acknowledgeBy);
  const sentence = overdue
    ? t('supervision.overdue')
    : t(top.rung === 'discipline' ? 'supervision.byLast' : 'supervision.by', { day });
  return (
    <p>
      <Joined>
        <strong>{t(`rung.${top.rung}` as 'rung.officer')}</strong>
        {t.code('role', top.role)}
        {sentence}
      </Joined>
    </p>
  );
}
