import type { CaseView } from '../../api.js';
import { Fetched, Sentence, Tag, Tagged } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { WebKey } from '../../../../../libs/messages/src/web.js';
import { DeliberationRecords } from './deliberation-records.js';
import { Meeting } from './meeting.js';
import { stanceName } from './names.js';
import { useRoom, type Room } from './use-room.js';

/** What comes before the decision, who said what, and how like cases were decided. */
export function DecisionRoom({ shown }: { shown: CaseView }) {
  const query = useRoom(shown.id);
  return (
    <Fetched query={query}>
      {(room) => (
        <>
          <Asked room={room} />
          {(room.meeting || room.mayConvene) && <Meeting shown={shown} room={room} />}
          {(room.records.length > 0 || room.asked.some(({ step }) => step !== 'collectiveDiscussion')) && (
            <DeliberationRecords caseId={shown.id} room={room} />
          )}
          <Precedents room={room} matter={shown.matter} />
        </>
      )}
    </Fetched>
  );
}

function Asked({ room: { asked } }: { room: Room }) {
  const t = useSay();
  if (asked.length === 0) return null;
  return (
    <section className="card" aria-labelledby="asked-title">
      <h2 id="asked-title">{t('room.asked')}</h2>
      <ul className="plain lines">
        {asked.map(({ step, article, owed }) => (
          <li key={step}>
            <Tagged>
              {t(`room.step.${step}` as WebKey)}
              <Tag kind={owed ? 'due' : 'done'}>{t(owed ? 'room.owed' : 'room.done')}</Tag>
            </Tagged>
            <span className="small muted">{article}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Precedents({ room: { precedents, precedentCheck }, matter }: { room: Room; matter: string }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="precedents-title">
      <h2 id="precedents-title">{t('room.precedents')}</h2>
      {precedentCheck && <Check check={precedentCheck} />}
      {precedents === null && !precedentCheck && <p className="muted">{t('room.precedents.later')}</p>}
      {precedents && <p className="hint">{t('room.precedents.hint')}</p>}
      {precedents?.nearest.length === 0 && <p className="muted">{t('room.precedents.none')}</p>}
      <ul className="plain lines">
        {precedents?.nearest.map((one) => (
          <li key={one.number}>
            <Tagged>
              {one.number}
              {one.like ? (
                <Tag kind="active">{t('room.precedents.like')}</Tag>
              ) : (
                <span className="muted">{t('room.precedents.apart')}</span>
              )}
            </Tagged>
            <span className="small muted">
              <Sentence>
                {t('room.precedents.decided', {
                  outcome: stanceName(t, one.outcome, matter),
                  day: t.day(one.decidedOn),
                })}
              </Sentence>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Check({ check }: { check: NonNullable<Room['precedentCheck']> }) {
  const t = useSay();
  const key = check.departed ? 'room.check.departed' : check.nearestNumber ? 'room.check.same' : 'room.check.first';
  return (
    <p>
      <strong>{t(key)}</strong>
      {check.nearestNumber && ` ${check.nearestNumber}`}
      {check.reason && (
        <>
          <br />
          {check.reason}
        </>
      )}
    </p>
  );
}
