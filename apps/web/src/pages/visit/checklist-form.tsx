import { useQueryClient } from '@tanstack/react-query';
import { CloudCheck, CloudOff, Smartphone } from 'lucide-react';
import { useEffect, useState, type FormEvent, type ReactNode } from 'react';
import { http, ProblemError, took } from '../../api.js';
import { Button, fieldId, TextArea, type useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { isOpen, toSend, type Entry, type useDraft } from './draft.js';
import { AboutItem, ANSWER_ICONS, wordsOf } from './items.js';
import { ANSWERS, type Item, type VisitView } from './visit-view.js';

type Forms = ReturnType<typeof useFaults>;
type Draft = ReturnType<typeof useDraft>;

const noteField = (itemId: string): string => `note-${itemId}`;

export function ChecklistForm({
  visit,
  draft,
  forms,
  onUploaded,
  children,
}: {
  visit: VisitView;
  draft: Draft;
  forms: Forms;
  onUploaded(): void;
  children: ReactNode;
}) {
  const t = useSay();
  const { busy, cutOff, send } = useUpload({ visit, draft, forms, onUploaded });
  const open = visit.checklist.filter(({ id }) => isOpen(draft.entries[id]));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) void send();
  };
  return (
    <form onSubmit={submit} noValidate className="checklist">
      {draft.overtaken && <Overtaken draft={draft} />}
      <h2>{t('visit.checklist')}</h2>
      <p>{t('visit.checklistHint', { count: visit.checklist.length })}</p>
      {visit.checklist.map((item, i) => (
        <ItemCard
          key={item.id}
          item={item}
          words={t('visit.item', { n: i + 1, text: wordsOf(t, item) })}
          entry={draft.entries[item.id] ?? {}}
          forms={forms}
          onChange={(change) => draft.set(item.id, change)}
        />
      ))}
      {children}
      {open.length > 0 && (
        <div className="actions">
          <Button type="submit" big busy={busy}>
            {t(busy ? 'visit.uploading' : 'visit.upload')}
          </Button>
        </div>
      )}
      <div className="visit-bar no-print">
        <Progress done={visit.checklist.length - open.length} all={visit.checklist.length} />
        {open[0] ? (
          <Button kind="secondary" onClick={() => goTo(open[0]?.id ?? '', draft.entries[open[0]?.id ?? ''])}>
            {t('visit.next')}
          </Button>
        ) : (
          <Button type="submit" busy={busy}>
            {t(busy ? 'visit.uploading' : 'visit.upload')}
          </Button>
        )}
        <SaveState visit={visit} unsent={draft.unsent} cutOff={cutOff} />
      </div>
    </form>
  );
}

/** Sends the whole list; what was typed stays on the device until the server has it. */
function useUpload({
  visit,
  draft,
  forms,
  onUploaded,
}: {
  visit: VisitView;
  draft: Draft;
  forms: Forms;
  onUploaded(): void;
}) {
  const t = useSay();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [cutOff, setCutOff] = useState(false);
  const refused = (error: unknown): void => {
    setCutOff(!(error instanceof ProblemError));
    if (!(error instanceof ProblemError)) return forms.show({ sentence: t('visit.cutOff'), fields: {} });
    void client.invalidateQueries({ queryKey: ['visits'] });
    if (error.problem.code !== 'CHECKLIST_INCOMPLETE') return forms.showError(error);
    const { detail, article, errors = [] } = error.problem;
    const place = ({ field }: { field: string }): number => visit.checklist.findIndex(({ id }) => id === field);
    const inOrder = [...errors].sort((a, b) => place(a) - place(b));
    forms.show({ sentence: detail, article, fields: Object.fromEntries(inOrder.map((one) => named(t, visit, one))) });
  };
  const send = async (): Promise<void> => {
    const answers = toSend(visit.checklist, draft.entries);
    setBusy(true);
    try {
      const result = await took(
        http.PUT('/api/visits/{id}/checklist', {
          params: { path: { id: visit.id } },
          body: { answers, upon: draft.upon },
        }),
      );
      await client.cancelQueries({ queryKey: ['visits'] });
      const recordedAt = new Date().toISOString();
      client.setQueryData<VisitView[]>(['visits'], (all) =>
        all?.map((one) => (one.id === visit.id ? { ...one, answers, result: { ...result, recordedAt } } : one)),
      );
      draft.forget();
      forms.clear();
      setCutOff(false);
      onUploaded();
      void client.invalidateQueries({ queryKey: ['visits'] });
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
    }
  };
  return { busy, cutOff, send };
}

/** Faults of what was written beside an item, and not of its answer. */
const NOTES = ['NOTE_MISSING', 'REASON_VAGUE'];

/** The server names items by their number; people know them by their words. */
function named(
  t: ReturnType<typeof useSay>,
  { checklist }: VisitView,
  { field, code, message }: { field: string; code: string; message: string },
): [string, string] {
  const at = checklist.findIndex(({ id }) => id === field);
  const item = checklist[at];
  if (!item) return [field, message];
  const words = t('visit.fault', { item: t('visit.item', { n: at + 1, text: wordsOf(t, item) }), message });
  return [NOTES.includes(code) ? noteField(field) : field, words];
}

function ItemCard({
  item,
  words,
  entry,
  forms,
  onChange,
}: {
  item: Item;
  words: string;
  entry: Entry;
  forms: Forms;
  onChange(change: Entry): void;
}) {
  const t = useSay();
  const error = entry.answer === undefined ? forms.at(item.id) : undefined;
  const id = fieldId(item.id);
  const described = `${id}-about${error ? ` ${id}-error` : ''}`;
  return (
    <div className="card item">
      <fieldset className={error ? 'field invalid' : 'field'} aria-describedby={described}>
        <legend>{words}</legend>
        <p className="about" id={`${id}-about`}>
          <AboutItem item={item} />
        </p>
        {error && (
          <p className="field-error" id={`${id}-error`}>
            {error}
          </p>
        )}
        <Verdicts name={item.id} entry={entry} onChange={onChange} />
      </fieldset>
      {entry.answer && entry.answer !== 'pass' && (
        <TextArea
          name={noteField(item.id)}
          label={t(`visit.note.${entry.answer}`)}
          rows={2}
          value={entry.note ?? ''}
          error={isOpen(entry) ? forms.at(noteField(item.id)) : undefined}
          onChange={(note) => onChange({ note })}
        />
      )}
    </div>
  );
}

function Verdicts({ name, entry, onChange }: { name: string; entry: Entry; onChange(change: Entry): void }) {
  const t = useSay();
  return (
    <div className="verdicts">
      {ANSWERS.map((answer, i) => {
        const Icon = ANSWER_ICONS[answer];
        return (
          <label key={answer}>
            <input
              type="radio"
              className="visually-hidden"
              id={i === 0 ? fieldId(name) : undefined}
              name={name}
              checked={entry.answer === answer}
              onChange={() => onChange({ answer })}
            />
            <span className={`verdict ${answer}`}>
              <Icon aria-hidden="true" />
              {t(`visit.${answer}`)}
            </span>
          </label>
        );
      })}
    </div>
  );
}

function Progress({ done, all }: { done: number; all: number }) {
  const t = useSay();
  return (
    <div className="visit-progress">
      <strong>{t('visit.progress', { done, all })}</strong>
      <progress value={done} max={all} aria-label={t('visit.progress', { done, all })} />
    </div>
  );
}

/** One line that always says where the words are: here, or there too. */
function SaveState({ visit, unsent, cutOff }: { visit: VisitView; unsent: boolean; cutOff: boolean }) {
  const t = useSay();
  const online = useOnline();
  const Icon = unsent ? CloudOff : visit.result ? CloudCheck : Smartphone;
  const state = unsent ? 'visit.state.kept' : visit.result ? 'visit.state.uploaded' : 'visit.state.empty';
  return (
    <p role="status" className={`save-state with-icon${unsent ? ' unsent' : ''}`}>
      <Icon aria-hidden="true" />
      <span>{t(cutOff && online ? 'visit.backOnline' : state)}</span>
    </p>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const update = (): void => setOnline(navigator.onLine);
    window.addEventListener('online', update);
    window.addEventListener('offline', update);
    return () => {
      window.removeEventListener('online', update);
      window.removeEventListener('offline', update);
    };
  }, []);
  return online;
}

function Overtaken({ draft }: { draft: Draft }) {
  const t = useSay();
  return (
    <div className="note warn" role="alert">
      <p>{t('visit.overtaken')}</p>
      <div className="actions">
        <Button kind="secondary" onClick={draft.forget}>
          {t('visit.takeTheirs')}
        </Button>
        <Button kind="secondary" onClick={draft.insist}>
          {t('visit.takeMine')}
        </Button>
      </div>
    </div>
  );
}

function goTo(itemId: string, entry: Entry = {}): void {
  const target = document.getElementById(fieldId(entry.answer ? noteField(itemId) : itemId));
  target?.closest('.card')?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
}
