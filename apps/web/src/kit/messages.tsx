import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { http, took } from '../api.js';
import { useSay } from '../say.js';
import { Button } from './button.js';
import { FaultSummary, useFaults } from './faults.js';
import { TextArea } from './field.js';
import { Joined } from './joined.js';
import { Fetched } from './page.js';
import { Tag } from './status.js';

/** The day in Shanghai of an instant. */
export const dayOf = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);

/** What was said about a case, oldest first; whose word it is stands in words, not only at a side. */
export function MessageThread({ caseId }: { caseId: string }) {
  const t = useSay();
  const query = useQuery({
    queryKey: ['messages', caseId],
    queryFn: () => took(http.GET('/api/cases/{id}/messages', { params: { path: { id: caseId } } })),
  });
  return (
    <Fetched query={query}>
      {({ items }) => (
        <>
          {items.length === 0 && <p className="muted">{t('message.none')}</p>}
          <ul className="plain lines" aria-label={t('message.title')}>
            {items.map(({ id, side, writer, words, sentAt }) => (
              <li key={id}>
                <p>
                  <Tag kind={side === 'bureau' ? 'active' : 'plain'}>
                    {t(side === 'bureau' ? 'message.bureau' : 'message.applicant')}
                  </Tag>
                </p>
                <p className="spoken">{words}</p>
                <p className="small muted">
                  <Joined>
                    {writer}
                    {t.day(dayOf(sentAt))}
                  </Joined>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fetched>
  );
}

/** Stands wherever messages are read or written (design 6.24). */
export function NoDemandNote() {
  const t = useSay();
  return (
    <p className="note">
      <strong>{t('message.noDemand')}</strong> {t('message.noDemandMore')}
    </p>
  );
}

interface WriteProps {
  caseId: string;
  path: '/api/cases/{id}/messages' | '/api/cases/{id}/notes';
  /** What is asked for anew after it was sent. */
  refreshes: 'messages' | 'notes';
  words: { label: string; hint?: string; send: string; sent: string; missing: string };
  /** Beside a refused text: what may be done instead. */
  beside?(error: unknown): ReactNode;
}

/** A field and a button; nothing that was typed is lost when it is refused. */
export function WriteWords({ caseId, path, refreshes, words: say, beside }: WriteProps) {
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState('');
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { faults, attempt, at, clear, show, showError } = useFaults((field) => (field === 'words' ? refreshes : field));
  const send = async (): Promise<void> => {
    setDone('');
    setRefused(null);
    const words = typed.trim();
    if (!words) return show({ fields: { [refreshes]: say.missing } });
    setBusy(true);
    try {
      await took<unknown>(http.POST(path, { params: { path: { id: caseId } }, body: { words } }));
      clear();
      setTyped('');
      setDone(say.sent);
      await client.invalidateQueries({ queryKey: [refreshes, caseId] });
    } catch (error) {
      setRefused(error);
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <TextArea
        name={refreshes}
        label={say.label}
        hint={say.hint}
        error={at(refreshes)}
        value={typed}
        onChange={setTyped}
      />
      {refused !== null && beside?.(refused)}
      <div className="actions">
        <Button busy={busy} onClick={() => void send()}>
          {say.send}
        </Button>
      </div>
      <div role="status">{done && <p className="note good">{done}</p>}</div>
    </>
  );
}
