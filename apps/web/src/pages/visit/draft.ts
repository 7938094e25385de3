import { useKept } from '../../kit/index.js';
import { ANSWERS, type Answer, type Item, type VisitView } from './visit-view.js';

export interface Entry {
  answer?: Answer;
  note?: string;
}
export type Entries = Readonly<Record<string, Entry>>;

/** What was filled in on this device, and upon which uploaded content. */
interface Kept {
  basis: string | null;
  entries: Entries;
}

export const keptKey = (visitId: string, accountId: string): string => `visit:${visitId}:${accountId}`;

/** The checklist as it stands on this device: kept at every touch, until the server has the same. */
export function useDraft(visit: VisitView, accountId: string) {
  const [kept, keep, forget] = useKept<Kept | null>(keptKey(visit.id, accountId), null);
  const uploaded = entriesOf(visit);
  const basis = visit.result?.contentHash ?? null;
  const unsent = kept !== null && !same(visit, kept.entries, uploaded);
  const entries = unsent ? kept.entries : uploaded;
  return {
    entries,
    unsent,
    /** The uploaded content that these entries were filled in upon, as the server is told. */
    upon: (unsent ? kept.basis : basis) ?? 'none',
    /** A colleague uploaded something else while this was being filled in. */
    overtaken: unsent && kept.basis !== basis,
    set: (itemId: string, change: Entry): void =>
      keep({
        basis: unsent ? kept.basis : basis,
        entries: { ...entries, [itemId]: { ...entries[itemId], ...change } },
      }),
    insist: (): void => keep({ basis, entries }),
    forget,
  };
}

const isAnswer = (answer: string): answer is Answer => ANSWERS.some((one) => one === answer);

const entriesOf = ({ answers }: VisitView): Entries =>
  Object.fromEntries(
    answers.flatMap(({ itemId, answer, note }) => (isAnswer(answer) ? [[itemId, { answer, note }]] : [])),
  );

/** What goes to the server: the notes of passed items stay behind. */
export const toSend = (checklist: readonly Item[], entries: Entries) =>
  checklist.flatMap(({ id }) => {
    const { answer, note = '' } = entries[id] ?? {};
    if (!answer) return [];
    return [answer === 'pass' ? { itemId: id, answer } : { itemId: id, answer, note: note.trim() }];
  });

const same = ({ checklist }: VisitView, a: Entries, b: Entries): boolean =>
  JSON.stringify(toSend(checklist, a)) === JSON.stringify(toSend(checklist, b));

/** Still to be looked at or to be put into words. */
export const isOpen = ({ answer, note = '' }: Entry = {}): boolean =>
  answer === undefined || (answer !== 'pass' && note.trim() === '');

/** Whether this device holds a checklist that nobody else has. */
export function holdsUnsent(visit: VisitView, accountId: string): boolean {
  try {
    const kept = JSON.parse(localStorage.getItem(keptKey(visit.id, accountId)) ?? 'null') as Kept | null;
    return kept !== null && !same(visit, kept.entries, entriesOf(visit));
  } catch {
    return false;
  }
}
