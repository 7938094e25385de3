import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, FaultSummary, RegisterTag, Sentence, TextArea, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasRole, useSession } from '../../session.js';

type Centre = Schemas['Centres']['items'][number];

/** Early-childhood centres of the list of before: none is recognised anew, each converts or ends. */
export function Centres() {
  const t = useSay();
  const session = useSession();
  const { data } = useQuery({
    queryKey: ['centres'],
    queryFn: () => took(http.GET('/api/register/centres')),
  });
  const items = data?.items ?? [];
  return (
    <section aria-labelledby="centres-title" className="no-print">
      <h2 id="centres-title">{t('desk.centres.title')}</h2>
      <p className="hint">{t('desk.centres.lead')}</p>
      {items.length > 0 && (
        <ul className="plain lines">
          {items.map((one) => (
            <Line key={one.id} one={one} />
          ))}
        </ul>
      )}
      {hasRole(session.data, ['registrar']) && <Import />}
    </section>
  );
}

function Line({ one: { id, name, number, state, validUntil } }: { one: Centre }) {
  const t = useSay();
  return (
    <li>
      <Link href={`/desk/register/${id}`}>{name}</Link> <RegisterTag state={state} />{' '}
      <span className="small muted">
        <Sentence>{t('desk.centres.line', { number, day: t.day(validUntil) })}</Sentence>
      </span>
    </li>
  );
}

const CELLS = ['number', 'name', 'address', 'operator', 'head', 'recognisedOn', 'validUntil'] as const;

/** One centre a line, its seven cells between commas. */
const centresIn = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split(/[,，\t]/).map((cell) => cell.trim());
      return Object.fromEntries(CELLS.map((cell, i) => [cell, cells[i] ?? ''])) as Record<
        (typeof CELLS)[number],
        string
      >;
    });

function Import() {
  const t = useSay();
  const client = useQueryClient();
  const { faults, attempt, at, clear, show, showError } = useFaults();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const list = centresIn(text);
    if (list.length === 0) return show({ fields: { centres: t('field.FIELD_MISSING') } });
    setBusy(true);
    try {
      await took(http.POST('/api/register/centres', { body: { centres: list } }));
      await client.invalidateQueries({ queryKey: ['centres'] });
      setText('');
      clear();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <details>
      <summary>{t('desk.centres.import')}</summary>
      <form onSubmit={(event) => void send(event)} noValidate>
        <FaultSummary faults={faults} attempt={attempt} />
        <TextArea
          name="centres"
          label={t('desk.centres.lines')}
          hint={t('desk.centres.linesHint')}
          value={text}
          error={at('centres')}
          onChange={setText}
        />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('desk.centres.do')}
          </Button>
        </div>
      </form>
    </details>
  );
}
