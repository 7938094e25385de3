import type { CaseView } from '../api.js';
import { useSay } from '../say.js';
import { Joined } from './joined.js';
import { Sentence } from './sentence.js';
import { Tag, Tagged } from './status.js';

/** What was missed in a case, with whom it is now, and what the bureau says about it: the same for both sides. */
export function Tickets({ tickets }: { tickets: CaseView['tickets'] }) {
  const t = useSay();
  if (tickets.length === 0) return null;
  return (
    <section className="card tickets" aria-labelledby="tickets-title">
      <h2 id="tickets-title">{t('ticket.title')}</h2>
      <ul className="plain">
        {tickets.map((ticket) => (
          <li key={`${ticket.matter}${ticket.legalDate}`}>
            <OneTicket ticket={ticket} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OneTicket({ ticket }: { ticket: CaseView['tickets'][number] }) {
  const t = useSay();
  const { matter, legalDate, rung, since, acknowledgedOn, explanation } = ticket;
  return (
    <>
      <Tagged>
        <Tag kind="bad">{t.code('ticket', matter)}</Tag>
        {t.day(legalDate)}
      </Tagged>
      <p className="small">
        <Joined>
          <Sentence>{t('ticket.since', { day: t.day(since), rung: t(`rung.${rung}` as 'rung.officer') })}</Sentence>
          {acknowledgedOn ? t('ticket.taken', { day: t.day(acknowledgedOn) }) : t('ticket.waiting')}
        </Joined>
      </p>
      {matter === 'promiseMissed' && (
        <p className="small">
          {explanation ? t('ticket.reason', { reason: explanation }) : t('ticket.unexplained')}{' '}
          <a href="/explanations">{t('ticket.publicPage')}</a>
        </p>
      )}
    </>
  );
}
