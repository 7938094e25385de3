import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { http, ProblemError, took, type CaseView } from '../../api.js';
import { readKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Form, Question } from './questions.js';
import { isEmpty, typedOf, valueOf, type Typed } from './typed.js';

export type Answers = Readonly<Record<string, Typed>>;
export type SaveState = 'idle' | 'saving' | 'saved' | 'kept';
type Errors = Readonly<Record<string, string>>;

/** The pause after which a field is saved by itself. */
const PAUSE = 600;

export const keptKey = (caseId: string, { id }: Question): string => `draft:${caseId}:${id}`;

/** What this device still holds of a question because the server has not taken it. */
export const keptAnswers = (caseId: string, question: Question): Answers | null =>
  readKept<Answers>(keptKey(caseId, question));

function keep(key: string, answers: Answers): void {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(answers));
  } catch {
    // a full or forbidden store keeps nothing; the page itself still holds the words
  }
}

/**
 * The answers of one question, saved by themselves field by field, one after the other. What is not saved yet is on the
 * device, whatever happens to the page; what the server does not take stays there with the server's words.
 */
export function useAnswers(caseId: string, question: Question, form: Form, suggested: Answers = {}) {
  const t = useSay();
  const client = useQueryClient();
  const key = keptKey(caseId, question);
  const [typed, setTyped] = useState<Answers>(() => firstAnswers(question, form, suggested, readKept<Answers>(key)));
  const [errors, setErrors] = useState<Errors>({});
  const [sentence, setSentence] = useState<string>();
  const [state, setState] = useState<SaveState>('idle');
  const [attempt, setAttempt] = useState(0);
  const now = useRef(typed);
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<Errors>>(Promise.resolve({}));
  const touched = useRef(new Set<string>());

  const keepWaiting = (): void =>
    keep(key, Object.fromEntries([...waiting.current].map((field) => [field, now.current[field]])));

  const saveOne = async (field: string): Promise<Errors> => {
    const typedThen = now.current[field];
    const value = valueOf(field, typedThen);
    try {
      await took(
        http.PATCH('/api/cases/{id}/draft', { params: { path: { id: caseId } }, body: { fields: { [field]: value } } }),
      );
    } catch (error) {
      return refusal(error, field, t('ui.offline'), setSentence);
    }
    setSentence(undefined);
    if (now.current[field] === typedThen) waiting.current.delete(field);
    client.setQueryData<CaseView>(
      ['case', caseId],
      (view) => view && { ...view, form: { ...view.form, [field]: value } },
    );
    void client.invalidateQueries({ queryKey: ['case', caseId] });
    return {};
  };

  const saveWaiting = async (): Promise<Errors> => {
    const fields = [...waiting.current].filter((field) => !isEmpty(now.current[field]));
    if (fields.length === 0) return {};
    setState('saving');
    let found: Errors = {};
    for (const field of fields) found = { ...found, ...(await saveOne(field)) };
    keepWaiting();
    setErrors(found);
    setState(waiting.current.size > 0 ? 'kept' : 'saved');
    return found;
  };

  /** One save at a time, in the order of typing: an older word never comes after a newer one. */
  const save = (): Promise<Errors> => {
    clearTimeout(timer.current);
    line.current = line.current.then(saveWaiting, saveWaiting);
    return line.current;
  };

  useEffect(() => {
    const held = readKept<Answers>(key);
    for (const field of Object.keys(held ?? {})) {
      waiting.current.add(field);
      touched.current.add(field);
    }
    if (waiting.current.size > 0) void save();
    return () => void save();
  }, []);

  return {
    typed,
    state,
    attempt,
    sentence,
    errors,
    /** Words at a place: only where something was typed, or after an attempt to go on. */
    at: (path: string): string | undefined => (attempt > 0 || touched.current.has(path) ? errors[path] : undefined),
    /** @param path the place inside the field, for rows */
    set: (field: string, value: Typed, path: string = field): void => {
      now.current = { ...now.current, [field]: value };
      touched.current.add(path);
      waiting.current.add(field);
      setTyped(now.current);
      keepWaiting();
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void save(), PAUSE);
    },
    /** Saves all of it, changed or not; true when the server has the whole answer. */
    finish: async (): Promise<boolean> => {
      const missing = question.fields.filter((field) => isEmpty(now.current[field]));
      for (const field of question.fields) if (!missing.includes(field)) waiting.current.add(field);
      const found = await save();
      const all = { ...Object.fromEntries(missing.map((field) => [field, t('field.FIELD_MISSING')])), ...found };
      const left = [...waiting.current].some((field) => !missing.some((one) => one === field));
      setErrors(all);
      if (Object.keys(all).length === 0 && !left) return true;
      setAttempt((n) => n + 1);
      return false;
    },
  };
}

export type AnswerBook = ReturnType<typeof useAnswers>;

function firstAnswers(question: Question, form: Form, suggested: Answers, held: Answers | null): Answers {
  const saved = question.fields.map((field) => [field, typedOf(form[field]) ?? suggested[field]] as const);
  return { ...Object.fromEntries(saved), ...held };
}

/** The words of a refused save by place; what names no place is a sentence for the whole. */
function refusal(error: unknown, field: string, offline: string, say: (sentence: string) => void): Errors {
  if (!(error instanceof ProblemError)) {
    say(offline);
    return {};
  }
  const { errors = [], detail } = error.problem;
  if (errors.length === 0) say(detail);
  return Object.fromEntries(errors.map(({ field: path, message }) => [path || field, message]));
}
