import { useState, type FormEvent } from 'react';
import { http, took, type CaseView } from '../../api.js';
import { Button, ButtonLink, Choice, FaultSummary, Heading, TextArea, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { useRefresh } from './use-case.js';
import { WithCase } from './with-case.js';

/** Five grades, the best first; it is voluntary, and it happens once. */
export function RatePage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) => (view.rating && view.rating.grade === null ? <Rate view={view} /> : <Rated view={view} />)}
    </WithCase>
  );
}

const GRADES = ['5', '4', '3', '2', '1'] as const;
const EMPTY = { grade: '', words: '' };

function Rate({ view }: { view: CaseView }) {
  const t = useSay();
  const refresh = useRefresh();
  const [typed, keep, forget] = useKept(`rating:${view.id}`, EMPTY);
  const { faults, attempt, at, show, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    if (typed.grade === '') return show({ fields: { grade: t('apply.rate.choose') } });
    setBusy(true);
    const words = typed.words.trim();
    const body = { grade: Number(typed.grade), ...(words ? { words } : {}) };
    try {
      await took(http.POST('/api/cases/{id}/rating', { params: { path: { id: view.id } }, body }));
      forget();
      await refresh(view.id);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form onSubmit={(event) => void send(event)} noValidate>
      <BackLink to={`/cases/${view.id}`}>{t('apply.back.case')}</BackLink>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('apply.rate.title')}</Heading>
      <p>{t('apply.rate.lead')}</p>
      <Choice
        name="grade"
        label={t('apply.rate.grade')}
        value={typed.grade || undefined}
        error={at('grade')}
        options={GRADES.map((value) => ({ value: value as string, label: t(`apply.rate.${value}` as 'apply.rate.5') }))}
        onChange={(grade) => keep({ ...typed, grade })}
      />
      <TextArea
        name="words"
        label={t('apply.rate.words')}
        optional
        value={typed.words}
        error={at('words')}
        onChange={(words) => keep({ ...typed, words })}
      />
      <div className="actions">
        <Button type="submit" busy={busy}>
          {t('apply.rate.do')}
        </Button>
      </div>
    </form>
  );
}

function Rated({ view: { id, rating } }: { view: CaseView }) {
  const t = useSay();
  return (
    <>
      <Heading>{t(rating ? 'apply.rate.thanks' : 'apply.rate.notYet')}</Heading>
      <p>{t(rating ? 'apply.rate.thanksMore' : 'apply.rate.notYetMore')}</p>
      <ButtonLink to={`/cases/${id}`}>{t('apply.back.case')}</ButtonLink>
    </>
  );
}
