import { useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, Choice, FaultSummary, Select, TextField } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { INTEREST_KINDS, RELATIONS } from '../../../../../libs/law/src/interests.js';
import { useSending } from './use-room.js';

type Entry = Schemas['InterestDto'];
const EMPTY: Entry = { relation: 'self', kind: 'person', name: '', number: '' };

/** The form of a declaration: as many entries as there are, or none. */
export function DeclareInterests({ year }: { year: number }) {
  const t = useSay();
  const [entries, setEntries] = useState<readonly Entry[]>([]);
  const { faults, attempt, at, busy, sent, send } = useSending(['interests'], ['queue'], ['cases']);
  const declare = (event: FormEvent): void => {
    event.preventDefault();
    void send(async () => {
      await took(http.POST('/api/desk/interests', { body: { interests: [...entries] } }));
      setEntries([]);
    });
  };
  const change = (i: number, entry: Entry): void => setEntries(entries.map((one, at) => (at === i ? entry : one)));
  return (
    <form className="card" onSubmit={declare} noValidate aria-labelledby="declare-title">
      <h2 id="declare-title">{t('interest.year', { year })}</h2>
      <FaultSummary faults={faults} attempt={attempt} />
      <div role="status">{sent && <p className="note good">{t('interest.done')}</p>}</div>
      <p className="hint">{t('interest.privacy')}</p>
      <p className="hint">{t('interest.effect')}</p>
      {entries.map((entry, i) => (
        <fieldset key={i} className="field">
          <legend>{t('interest.entry', { n: i + 1 })}</legend>
          <EntryFields i={i} entry={entry} at={at} onChange={(changed) => change(i, changed)} />
          <Button kind="quiet" onClick={() => setEntries(entries.filter((_, at) => at !== i))}>
            {t('interest.remove', { n: i + 1 })}
          </Button>
        </fieldset>
      ))}
      <div className="actions">
        <Button kind="secondary" onClick={() => setEntries([...entries, EMPTY])}>
          {t('interest.add')}
        </Button>
        <Button type="submit" busy={busy}>
          {t(entries.length === 0 ? 'interest.declareNone' : 'interest.declare')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  i: number;
  entry: Entry;
  at(field: string): string | undefined;
  onChange(entry: Entry): void;
}

function EntryFields({ i, entry, at, onChange }: FieldsProps) {
  const t = useSay();
  const field = (name: keyof Entry) => `interests[${i}].${name}`;
  return (
    <>
      <Select
        name={field('relation')}
        label={t('interest.relation')}
        value={entry.relation}
        error={at(field('relation'))}
        options={RELATIONS.map((value) => ({ value, label: t(`relation.${value}`) }))}
        onChange={(relation) => onChange({ ...entry, relation })}
      />
      <Choice
        name={field('kind')}
        label={t('interest.kind')}
        value={entry.kind}
        inline
        options={INTEREST_KINDS.map((value) => ({ value, label: t(`interest.kind.${value}`) }))}
        onChange={(kind) => onChange({ ...entry, kind })}
      />
      <TextField
        name={field('name')}
        label={t('interest.name')}
        value={entry.name}
        error={at(field('name'))}
        onChange={(name) => onChange({ ...entry, name })}
      />
      <TextField
        name={field('number')}
        label={t('interest.number')}
        value={entry.number}
        error={at(field('number'))}
        onChange={(number) => onChange({ ...entry, number })}
        native={{ autoCapitalize: 'characters', spellCheck: false }}
      />
    </>
  );
}
