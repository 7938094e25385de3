import { useState, type FormEvent } from 'react';
import { http, took, type CaseView } from '../../api.js';
import { Button, Choice, FaultSummary, Tag, TextArea, Tick } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { stanceName } from './names.js';
import { useSending, type Room } from './use-room.js';

type Held = NonNullable<Room['meeting']>;
interface Props {
  shown: Pick<CaseView, 'id' | 'matter'>;
  room: Room;
}

/** 集体讨论: members, opinions as they were given, and the head last. */
export function Meeting({ shown, room }: Props) {
  const t = useSay();
  const { meeting } = room;
  return (
    <section className="card" aria-labelledby="meeting-title">
      <h2 id="meeting-title">{t('room.meeting')}</h2>
      {meeting ? (
        <Proceedings shown={shown} meeting={meeting} />
      ) : (
        <>
          <p className="muted">{t('room.meeting.none')}</p>
          <Convene shown={shown} room={room} />
        </>
      )}
    </section>
  );
}

function Proceedings({ shown, meeting }: { shown: Props['shown']; meeting: Held }) {
  const t = useSay();
  const { matter } = shown;
  const { members, opinions, conclusion, chairId } = meeting;
  const silent = members.filter(
    ({ accountId }) => accountId !== chairId && !opinions.some((one) => one.accountId === accountId),
  );
  return (
    <>
      <h3>{t('room.meeting.members')}</h3>
      <ul className="plain">
        {members.map(({ accountId, displayName }) => (
          <li key={accountId}>
            {accountId === chairId ? t('room.meeting.chair', { name: displayName }) : displayName}
          </li>
        ))}
      </ul>
      <h3>{t('room.meeting.opinions')}</h3>
      {opinions.length === 0 && <p className="muted">{t('room.meeting.noOpinions')}</p>}
      <ul className="plain lines">
        {opinions.map((one) => (
          <li key={one.accountId}>
            {one.displayName} <strong>{stanceName(t, one.stance, matter)}</strong>
            <br />
            {one.opinion}
          </li>
        ))}
        {!conclusion &&
          silent.map(({ accountId, displayName }) => (
            <li key={accountId} className="muted">
              {t('room.meeting.silent', { name: displayName })}
            </li>
          ))}
      </ul>
      {conclusion && <Conclusion conclusion={conclusion} matter={matter} />}
      {meeting.myOpinionDue && <MyOpinion shown={shown} meetingId={meeting.id} />}
      {!conclusion && meeting.chairedByMe && silent.length > 0 && <p className="muted">{t('room.meeting.waiting')}</p>}
      {!conclusion && meeting.chairedByMe && silent.length === 0 && <Conclude shown={shown} meeting={meeting} />}
    </>
  );
}

function Conclusion({ conclusion, matter }: { conclusion: NonNullable<Held['conclusion']>; matter: string }) {
  const t = useSay();
  return (
    <>
      <h3>
        {t('room.meeting.conclusion', { outcome: stanceName(t, conclusion.outcome, matter) })}{' '}
        {conclusion.againstMajority && <Tag kind="due">{t('room.meeting.against')}</Tag>}
      </h3>
      <dl className="facts tight">
        <div>
          <dt>{t('room.meeting.reasons')}</dt>
          <dd>{conclusion.reasons}</dd>
        </div>
        {conclusion.majorityReasons && (
          <div>
            <dt>{t('room.meeting.majorityReasons')}</dt>
            <dd>{conclusion.majorityReasons}</dd>
          </div>
        )}
        <div>
          <dt>{t('room.meeting.minutes')}</dt>
          <dd>{conclusion.minutes}</dd>
        </div>
      </dl>
    </>
  );
}

function Convene({ shown: { id: caseId }, room }: Props) {
  const t = useSay();
  const [chosen, choose] = useState<readonly string[]>([]);
  const { faults, attempt, busy, send } = useSending(['room', caseId], ['case', caseId]);
  const convene = (event: FormEvent): void => {
    event.preventDefault();
    const params = { path: { id: caseId } };
    void send(() => took(http.POST('/api/cases/{id}/meetings', { params, body: { members: [...chosen] } })));
  };
  const toggle = (id: string) => (on: boolean) => choose(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  return (
    <form onSubmit={convene} noValidate aria-label={t('room.meeting.convene')}>
      <FaultSummary faults={faults} attempt={attempt} />
      <p className="hint">{t('room.meeting.conveneHint')}</p>
      {room.possibleMembers.map(({ accountId, displayName, roles }) => (
        <Tick
          key={accountId}
          name={`member-${accountId}`}
          label={`${displayName} · ${roles.map((role) => t.code('role', role)).join(' ')}`}
          checked={chosen.includes(accountId)}
          onChange={toggle(accountId)}
        />
      ))}
      <div className="actions">
        <Button type="submit" kind="secondary" busy={busy}>
          {t('room.meeting.convene')}
        </Button>
      </div>
    </form>
  );
}

const STANCES = ['grant', 'refuse'] as const;
type Stance = (typeof STANCES)[number];

function MyOpinion({ shown: { id: caseId, matter }, meetingId }: { shown: Props['shown']; meetingId: string }) {
  const t = useSay();
  const [stance, setStance] = useState<Stance>();
  const [opinion, setOpinion] = useState('');
  const { faults, attempt, at, busy, send } = useSending(['room', caseId], ['interests']);
  const give = (event: FormEvent): void => {
    event.preventDefault();
    const params = { path: { id: caseId, meetingId } };
    const body = { stance: stance as Stance, opinion };
    void send(() => took(http.POST('/api/cases/{id}/meetings/{meetingId}/opinions', { params, body })));
  };
  return (
    <form onSubmit={give} noValidate aria-labelledby="opinion-title">
      <h3 id="opinion-title">{t('room.meeting.mine')}</h3>
      <FaultSummary faults={faults} attempt={attempt} />
      <p className="hint">{t('room.meeting.mineHint')}</p>
      <Choice<Stance>
        name="stance"
        label={t('room.stance')}
        value={stance}
        error={at('stance')}
        inline
        options={STANCES.map((value) => ({ value, label: stanceName(t, value, matter) }))}
        onChange={setStance}
      />
      <TextArea
        name="opinion"
        label={t('room.meeting.opinion')}
        value={opinion}
        error={at('opinion')}
        onChange={setOpinion}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('room.meeting.give')}
        </Button>
      </div>
    </form>
  );
}

function Conclude({ shown: { id: caseId, matter }, meeting }: { shown: Props['shown']; meeting: Held }) {
  const t = useSay();
  const [outcome, setOutcome] = useState<Stance>();
  const [words, setWords] = useState({ reasons: '', minutes: '', majorityReasons: '' });
  const { faults, attempt, at, busy, send } = useSending(['room', caseId], ['case', caseId]);
  const against = outcome !== undefined && meeting.majority !== 'even' && meeting.majority !== outcome;
  const conclude = (event: FormEvent): void => {
    event.preventDefault();
    const params = { path: { id: caseId, meetingId: meeting.id } };
    const { majorityReasons, ...said } = words;
    const body = { outcome: outcome as Stance, ...said, ...(majorityReasons ? { majorityReasons } : {}) };
    void send(() => took(http.POST('/api/cases/{id}/meetings/{meetingId}/conclusion', { params, body })));
  };
  const fields = ['reasons', ...(against ? (['majorityReasons'] as const) : []), 'minutes'] as const;
  return (
    <form onSubmit={conclude} noValidate aria-labelledby="conclude-title">
      <h3 id="conclude-title">{t('room.meeting.conclude')}</h3>
      <FaultSummary faults={faults} attempt={attempt} />
      <p className="hint">{t('room.meeting.concludeHint')}</p>
      <Choice<Stance>
        name="outcome"
        label={t('room.meeting.outcome')}
        value={outcome}
        error={at('outcome')}
        inline
        options={STANCES.map((value) => ({ value, label: stanceName(t, value, matter) }))}
        onChange={setOutcome}
      />
      {fields.map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(`room.meeting.${name}`)}
          hint={name === 'majorityReasons' ? t('room.meeting.majorityHint') : undefined}
          value={words[name]}
          error={at(name)}
          onChange={(value) => setWords({ ...words, [name]: value })}
        />
      ))}
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('room.meeting.conclude')}
        </Button>
      </div>
    </form>
  );
}
