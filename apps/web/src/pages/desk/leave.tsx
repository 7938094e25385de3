import { useState, type FormEvent } from 'react';
import { http, took } from '../../api.js';
import { Button, FaultSummary, Select, Sentence, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSending, type OwnInterests } from './use-room.js';

/** 休假 as the head records it: who is away is not drawn. */
export function Leave({ own: { leave, colleagues } }: { own: OwnInterests }) {
  const t = useSay();
  const [typed, setTyped] = useState({ accountId: '', from: '', to: '' });
  const { faults, attempt, at, busy, sent, send } = useSending(['interests']);
  const record = (event: FormEvent): void => {
    event.preventDefault();
    void send(async () => {
      await took(http.POST('/api/desk/leave', { body: typed }));
      setTyped({ accountId: '', from: '', to: '' });
    });
  };
  return (
    <form className="card" onSubmit={record} noValidate aria-labelledby="leave-title">
      <h2 id="leave-title">{t('interest.leave')}</h2>
      <FaultSummary faults={faults} attempt={attempt} />
      <div role="status">{sent && <p className="note good">{t('interest.leaveDone')}</p>}</div>
      <p className="hint">{t('interest.leaveHint')}</p>
      {leave.length === 0 && <p className="muted">{t('interest.leaveNone')}</p>}
      <ul className="plain">
        {leave.map(({ displayName, from, to }) => (
          <li key={`${displayName}${from}${to}`}>
            <Sentence>{t('interest.leaveSpan', { name: displayName, from: t.day(from), to: t.day(to) })}</Sentence>
          </li>
        ))}
      </ul>
      <Select
        name="accountId"
        label={t('interest.leavePerson')}
        value={typed.accountId}
        error={at('accountId')}
        options={colleagues.map(({ accountId, displayName }) => ({ value: accountId, label: displayName }))}
        onChange={(accountId) => setTyped({ ...typed, accountId })}
      />
      <TextField
        name="from"
        label={t('interest.leaveFrom')}
        short
        value={typed.from}
        error={at('from')}
        native={{ type: 'date' }}
        onChange={(from) => setTyped({ ...typed, from })}
      />
      <TextField
        name="to"
        label={t('interest.leaveTo')}
        short
        value={typed.to}
        error={at('to')}
        native={{ type: 'date' }}
        onChange={(to) => setTyped({ ...typed, to })}
      />
      <div className="actions">
        <Button type="submit" kind="secondary" busy={busy}>
          {t('interest.leaveAdd')}
        </Button>
      </div>
    </form>
  );
}
