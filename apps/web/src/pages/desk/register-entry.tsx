import '../../../../../libs/messages/src/web-desk.js';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import {
  Button,
  FaultSummary,
  Fetched,
  Heading,
  Joined,
  RegisterTag,
  Sentence,
  Tag,
  TextArea,
  TextField,
  YesNo,
  useFaults,
} from '../../kit/index.js';
import { useSay } from '../../say.js';
import { RegisterBeginnings } from './register-beginnings.js';
import { RegisterOnDay } from './register-on-day.js';

type Entry = Schemas['RegisterEntry'];

/** One entry of the register: what it says, what it said before, and what officers found about teaching. */
export function RegisterEntryPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  const query = useQuery({
    queryKey: ['register-entry', id],
    queryFn: () => took(http.GET('/api/register/{id}', { params: { path: { id } } })),
  });
  return <Fetched query={query}>{(entry) => <OneEntry entry={entry} />}</Fetched>;
}

/** What is told of the term of a licence; one that ended before its last day is void and no more. */
const TERM: Readonly<Record<string, 'desk.entry.validTo' | 'desk.entry.expired'>> = {
  VALID: 'desk.entry.validTo',
  EXPIRED: 'desk.entry.expired',
  LAPSED: 'desk.entry.expired',
};

function OneEntry({ entry }: { entry: Entry }) {
  const t = useSay();
  const { fields, state, licence, preparedUntil } = entry;
  return (
    <>
      <p className="small">
        <Link href="/desk/register">{t('desk.entry.back')}</Link>
      </p>
      <Heading>{String(fields['name'] ?? '')}</Heading>
      <p className="line">
        <RegisterTag state={state} />
        {licence && (
          <Tag kind={licence.state === 'VALID' ? 'done' : 'bad'}>
            <Sentence>{t(TERM[licence.state] ?? 'desk.entry.ended', { day: t.day(licence.validTo) })}</Sentence>
          </Tag>
        )}
        {preparedUntil && (
          <span>
            <Sentence>{t('desk.entry.preparedUntil', { day: t.day(preparedUntil) })}</Sentence>
          </span>
        )}
      </p>
      <div className="side-by-side">
        <div>
          <RegisterOnDay id={entry.id} />
        </div>
        <div>
          <Findings entry={entry} />
          <RegisterBeginnings entry={entry} />
        </div>
      </div>
    </>
  );
}

function Findings({ entry: { id, findings } }: { entry: Entry }) {
  const t = useSay();
  return (
    <section className="card" aria-labelledby="findings-title">
      <h2 id="findings-title">{t('desk.entry.findings')}</h2>
      <p className="hint">{t('desk.entry.findingsHint')}</p>
      <ul className="plain lines">
        {findings.map(({ foundOn, teaching, note, foundBy }, i) => (
          <li key={i}>
            <Joined>
              <strong>{t(teaching ? 'desk.entry.teaching' : 'desk.entry.idle')}</strong>
              {t.day(foundOn)}
              {foundBy}
            </Joined>
            <span className="small">{note}</span>
          </li>
        ))}
      </ul>
      <NewFinding id={id} />
    </section>
  );
}

function NewFinding({ id }: { id: string }) {
  const t = useSay();
  const client = useQueryClient();
  const { faults, attempt, at, clear, show, showError } = useFaults();
  const [foundOn, setFoundOn] = useState('');
  const [teaching, setTeaching] = useState<boolean>();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const record = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const missing = Object.entries({
      teaching: teaching === undefined,
      foundOn: !foundOn,
      note: note.trim().length < 4,
    });
    const fields = Object.fromEntries(
      missing.filter(([, is]) => is).map(([field]) => [field, t('field.FIELD_MISSING')]),
    );
    if (Object.keys(fields).length > 0 || teaching === undefined) return show({ fields });
    setBusy(true);
    try {
      const path = { params: { path: { id } } };
      await took(http.POST('/api/register/{id}/teaching-findings', { ...path, body: { foundOn, teaching, note } }));
      await client.invalidateQueries({ queryKey: ['register-entry', id] });
      setNote('');
      clear();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void record(event)} noValidate>
      <FaultSummary
        faults={faults}
        attempt={attempt}
        name={(field) => t(`desk.entry.field.${field}` as 'desk.entry.field.note')}
      />
      <YesNo
        name="teaching"
        label={t('desk.entry.field.teaching')}
        value={teaching}
        error={at('teaching')}
        onChange={setTeaching}
      />
      <TextField
        name="foundOn"
        label={t('desk.entry.field.foundOn')}
        value={foundOn}
        error={at('foundOn')}
        onChange={setFoundOn}
        native={{ type: 'date' }}
      />
      <TextArea
        name="note"
        label={t('desk.entry.field.note')}
        value={note}
        error={at('note')}
        onChange={setNote}
        rows={3}
      />
      <Button type="submit" busy={busy}>
        {t('desk.entry.record')}
      </Button>
    </form>
  );
}
