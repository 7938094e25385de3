import '../../../../../libs/messages/src/web-desk.js';
import '../../../../../libs/messages/src/web-trips-desk.js';
import { useState, type FormEvent } from 'react';
import { Link } from 'wouter';
import { DESK_CAUSES } from '../../../../../libs/law/src/trips.js';
import { http, took, type Schemas } from '../../api.js';
import { Button, Choice, FaultSummary, Heading, TextField, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { causeOf } from '../trips/ledger.js';

const EMPTY = { code: '', cause: '' };

/** 窗口签到: the code that the applicant shows, and why they came. */
export function CheckInPage() {
  const t = useSay();
  const { faults, attempt, at, clear, show, showError } = useFaults();
  const [typed, setTyped] = useState(EMPTY);
  const [done, setDone] = useState<Schemas['CheckedIn'] | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const missing = {
      ...(typed.code.trim() === '' ? { code: t('desk.checkIn.codeMissing') } : {}),
      ...(typed.cause === '' ? { cause: t('desk.checkIn.causeMissing') } : {}),
    };
    if (Object.keys(missing).length > 0) return show({ fields: missing });
    setBusy(true);
    try {
      const body = { code: typed.code.trim(), cause: typed.cause as 'consultation' };
      setDone(await took(http.POST('/api/desk/check-ins', { body })));
      setTyped(EMPTY);
      clear();
    } catch (error) {
      setDone(null);
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FaultSummary faults={faults} attempt={attempt} />
      <Heading>{t('desk.checkIn.title')}</Heading>
      <div role="status">{done && <Done {...done} />}</div>
      <form onSubmit={(event) => void send(event)} noValidate>
        <p>{t('desk.checkIn.lead')}</p>
        <TextField
          name="code"
          label={t('desk.checkIn.code')}
          hint={t('desk.checkIn.codeHint')}
          short
          value={typed.code}
          error={at('code')}
          onChange={(code) => setTyped({ ...typed, code })}
          native={{ autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false, maxLength: 12 }}
        />
        <Choice
          name="cause"
          label={t('desk.checkIn.cause')}
          hint={t('desk.checkIn.causeHint')}
          value={typed.cause || undefined}
          error={at('cause')}
          options={DESK_CAUSES.map((value) => ({ value: value as string, label: causeOf(t, value) }))}
          onChange={(cause) => setTyped({ ...typed, cause })}
        />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('desk.checkIn.do')}
          </Button>
        </div>
      </form>
    </>
  );
}

function Done({ caseId, number, institutionName, kind }: Schemas['CheckedIn']) {
  const t = useSay();
  const name = [institutionName, number].filter(Boolean).join(' · ') || t('desk.noNumber');
  return (
    <div className="note good">
      <p>{t('desk.checkIn.done', { name, kind: t(`trip.kind.${kind}` as 'trip.kind.extra') })}</p>
      {number && (
        <p>
          <Link href={`/desk/cases/${caseId}/trips`}>{t('desk.checkIn.open')}</Link>
        </p>
      )}
    </div>
  );
}
