import { useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, Choice, FaultSummary, Tag, Tagged, TextArea, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { RECORD_RESULTS, type RecordKind } from '../../../../../libs/law/src/deliberation.js';
import type { WebKey } from '../../../../../libs/messages/src/web.js';
import { useSending, type Room } from './use-room.js';

const KINDS = Object.keys(RECORD_RESULTS) as RecordKind[];
type RecordBody = Schemas['DeliberationRecordDto'];

/** 专家论证, 风险评估: what was found, with the dissent beside it. */
export function DeliberationRecords({ caseId, room: { records, mayRecord } }: { caseId: string; room: Room }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="records-title">
      <h2 id="records-title">{t('room.records')}</h2>
      {records.length === 0 && <p className="muted">{t('room.records.none')}</p>}
      <ul className="plain lines">
        {records.map((one) => (
          <li key={one.id}>
            <Tagged>
              {t(`room.step.${one.kind}` as WebKey)}
              <Tag kind="plain">{t(`room.result.${one.result}` as WebKey)}</Tag>
            </Tagged>
            <span className="small muted">{one.author}</span>
            <br />
            {one.content}
            {one.dissent && (
              <>
                <br />
                {t('ui.label', { name: t('room.records.dissent') })}
                {one.dissent}
              </>
            )}
          </li>
        ))}
      </ul>
      {mayRecord && <NewRecord caseId={caseId} />}
    </section>
  );
}

const EMPTY = { author: '', content: '', dissent: '' };

function NewRecord({ caseId }: { caseId: string }) {
  const t = useSay();
  const [kind, setKind] = useState<RecordKind>('expertArgument');
  const [result, setResult] = useState<string>();
  const [words, setWords] = useState(EMPTY);
  const { faults, attempt, at, busy, send } = useSending(['room', caseId]);
  const record = (event: FormEvent): void => {
    event.preventDefault();
    const params = { path: { id: caseId } };
    const body = { kind, result, ...words } as RecordBody;
    void send(async () => {
      await took(http.POST('/api/cases/{id}/deliberation-records', { params, body }));
      setWords(EMPTY);
    });
  };
  const set = (name: keyof typeof EMPTY) => (value: string) => setWords({ ...words, [name]: value });
  return (
    <form onSubmit={record} noValidate aria-labelledby="record-title">
      <h3 id="record-title">{t('room.records.add')}</h3>
      <FaultSummary faults={faults} attempt={attempt} />
      <Choice<RecordKind>
        name="kind"
        label={t('room.records.kind')}
        value={kind}
        inline
        options={KINDS.map((value) => ({ value, label: t(`room.step.${value}`) }))}
        onChange={setKind}
      />
      <Choice
        name="result"
        label={t('room.records.result')}
        value={result}
        error={at('result')}
        inline
        options={RECORD_RESULTS[kind].map((value) => ({
          value: value as string,
          label: t(`room.result.${value}` as WebKey),
        }))}
        onChange={setResult}
      />
      <TextField
        name="author"
        label={t('room.records.author')}
        value={words.author}
        error={at('author')}
        onChange={set('author')}
      />
      <TextArea
        name="content"
        label={t('room.records.content')}
        value={words.content}
        error={at('content')}
        onChange={set('content')}
      />
      <TextArea
        name="dissent"
        label={t('room.records.dissent')}
        optional
        rows={2}
        value={words.dissent}
        error={at('dissent')}
        onChange={set('dissent')}
      />
      <div className="actions">
        <Button type="submit" kind="secondary" busy={busy}>
          {t('room.records.add')}
        </Button>
      </div>
    </form>
  );
}
