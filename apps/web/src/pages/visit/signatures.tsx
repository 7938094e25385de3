import { useQueryClient } from '@tanstack/react-query';
import { Signature } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { http, ProblemError, took } from '../../api.js';
import { Button, Dialog, FaultSummary, Tag, TextField, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { resultOf } from './result.js';
import type { Answer, VisitView } from './visit-view.js';

/** Two boxes on one screen: whoever holds the phone, and the colleague beside them. */
export function Signatures({
  visit,
  refused,
  done,
}: {
  visit: VisitView;
  refused(error: unknown): void;
  done(): void;
}) {
  const t = useSay();
  const inForce = visit.signatures >= 2;
  return (
    <section aria-labelledby="signatures">
      <h2 id="signatures">{t('visit.signatures')}</h2>
      <div role="status">{inForce && <InForce visit={visit} />}</div>
      {!inForce && <p>{t('visit.signaturesHint')}</p>}
      <div className="sign-boxes">
        <MyBox visit={visit} refused={refused} done={done} />
        <ColleagueBox visit={visit} done={done} />
      </div>
    </section>
  );
}

function InForce({ visit }: { visit: VisitView }) {
  const t = useSay();
  return (
    <div className="note good">
      <p>
        <strong>{t('visit.inForce')}</strong>
      </p>
      <p>{t(`visit.nextStep.${resultOf(visit)}`)}</p>
    </div>
  );
}

function SignedTag({ signed }: { signed: boolean }) {
  const t = useSay();
  return <Tag kind={signed ? 'done' : 'plain'}>{t(signed ? 'visit.isSigned' : 'visit.isNotSigned')}</Tag>;
}

function MyBox({ visit, refused, done }: { visit: VisitView; refused(error: unknown): void; done(): void }) {
  const t = useSay();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const sign = async (): Promise<void> => {
    setBusy(true);
    try {
      const body = { contentHash: visit.result?.contentHash ?? '' };
      await took(http.POST('/api/visits/{id}/signature', { params: { path: { id: visit.id } }, body }));
      done();
      await client.invalidateQueries({ queryKey: ['visits'] });
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  return (
    <div className="card">
      <h3>{t('visit.mine')}</h3>
      <p className="tags">
        <span>{visit.team.find(({ me }) => me)?.displayName}</span>
        <SignedTag signed={visit.signedByMe} />
      </p>
      {!visit.signedByMe && visit.signatures < 2 && (
        <Button big onClick={() => setAsking(true)}>
          <Signature aria-hidden="true" />
          {t('visit.signNow')}
        </Button>
      )}
      {asking && (
        <Dialog title={t('visit.signTitle')} onClose={() => setAsking(false)}>
          <WhatIsSigned visit={visit} />
          <div className="actions">
            <Button big busy={busy} onClick={() => void sign()}>
              {t('visit.signConfirm')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}

/** Exactly what a signature stands under: no more and no less than the server's fingerprint covers. */
function WhatIsSigned({ visit }: { visit: VisitView }) {
  const t = useSay();
  const count = (answer: Answer): number => visit.answers.filter((one) => one.answer === answer).length;
  return (
    <>
      <dl className="facts">
        <dt>{t('visit.signed.institution')}</dt>
        <dd>{visit.institutionName}</dd>
        <dt>{t('visit.day')}</dt>
        <dd>{t.day(visit.plannedOn)}</dd>
        <dt>{t('visit.result')}</dt>
        <dd>
          <strong>{t(`visit.result.${resultOf(visit)}`)}</strong>
        </dd>
        <dt>{t('visit.signed.counts')}</dt>
        <dd>
          {t('visit.signed.countsAre', {
            pass: count('pass'),
            fail: count('fail'),
            notApplicable: count('notApplicable'),
          })}
        </dd>
        <dt>{t('visit.signed.print')}</dt>
        <dd>
          <code>{visit.result?.contentHash.slice(0, 16)}</code>{' '}
          <span className="small muted">{t('visit.signed.printHint')}</span>
        </dd>
      </dl>
      <p>{t('visit.signWarning')}</p>
    </>
  );
}

function ColleagueBox({ visit, done }: { visit: VisitView; done(): void }) {
  const t = useSay();
  const others = visit.team.filter(({ me }) => !me);
  const signed = others.filter((one) => one.signed);
  const names = (signed.length > 0 ? signed : others).map(({ displayName }) => displayName).join(t('visit.and'));
  const open = signed.length === 0 && visit.signatures < 2;
  return (
    <div className="card">
      <h3>{t('visit.colleague')}</h3>
      <p className="tags">
        {signed.length > 0 && <span>{names}</span>}
        <SignedTag signed={signed.length > 0} />
      </p>
      {open && <p>{others.length > 0 ? t('visit.colleagues', { names }) : t('visit.noColleague')}</p>}
      {open && others.length > 0 && <Countersign visit={visit} done={done} />}
    </div>
  );
}

function Countersign({ visit, done }: { visit: VisitView; done(): void }) {
  const t = useSay();
  const client = useQueryClient();
  const { faults, attempt, at, show, showError, clear } = useFaults();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const refused = (error: unknown): void => {
    const code = error instanceof ProblemError ? error.problem.code : '';
    if (code === 'VISIT_NOT_FOUND') return show({ sentence: t('visit.notOnTeam'), fields: {} });
    showError(error);
    if (code !== '') void client.invalidateQueries({ queryKey: ['visits'] });
  };
  const sign = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    try {
      const body = { login, password, contentHash: visit.result?.contentHash ?? '' };
      await took(http.POST('/api/visits/{id}/countersignature', { params: { path: { id: visit.id } }, body }));
      setPassword('');
      clear();
      done();
      await client.invalidateQueries({ queryKey: ['visits'] });
    } catch (error) {
      refused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>{t('visit.otherPhone')}</p>
      <details>
        <summary>{t('visit.samePhone')}</summary>
        <form onSubmit={(event) => void sign(event)} noValidate>
          <FaultSummary faults={faults} attempt={attempt} />
          <p>{t('visit.samePhoneHint')}</p>
          <h4>{t('visit.signed.what')}</h4>
          <WhatIsSigned visit={visit} />
          <TextField
            name="login"
            label={t('visit.colleagueLogin')}
            value={login}
            error={at('login')}
            onChange={setLogin}
            native={{ autoCapitalize: 'off', spellCheck: false }}
          />
          <TextField
            name="password"
            label={t('visit.colleaguePassword')}
            value={password}
            error={at('password')}
            onChange={setPassword}
            native={{ type: 'password' }}
          />
          <Button type="submit" big busy={busy}>
            <Signature aria-hidden="true" />
            {t('visit.countersign')}
          </Button>
        </form>
      </details>
    </>
  );
}
