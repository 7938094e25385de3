import { useEffect, useState, type FormEvent } from 'react';
import { useLocation } from 'wouter';
import { http, took, type CaseView, type Schemas } from '../../api.js';
import { Button, ButtonLink, FaultSummary, HearingCard, useFaults, useKept } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import { hasMovedOn, useCommand, useRefresh } from './command.js';
import { Outcome } from './outcome.js';
import { payloadOf, STEP_FIELDS, type Typed } from './step-fields.js';
import { StepForm } from './step-form.js';

type Preview = Schemas['Preview'];
interface Props {
  shown: CaseView;
  event: string;
  onDone(sentence: string): void;
}

/** One step: fill in, see what the applicant would read and what the time limits would be, confirm. */
export function StepPage(props: Props) {
  const t = useSay();
  const { shown, event } = props;
  if (shown.allowed.some((step) => step.event === event)) return <OpenStep {...props} />;
  return (
    <div className="note warn">
      <p>{t('desk.step.gone')}</p>
      <ButtonLink kind="secondary" to={`/desk/cases/${shown.id}`}>
        {t('ui.back')}
      </ButtonLink>
    </div>
  );
}

function OpenStep({ shown, event, onDone }: Props) {
  const t = useSay();
  const step = useStep({ shown, event, onDone });
  const asks = STEP_FIELDS[event] !== undefined;
  const labels = Object.fromEntries((STEP_FIELDS[event] ?? []).map(({ name, label }) => [name, t(label)]));
  const submit = (form: FormEvent): void => {
    form.preventDefault();
    void step.look();
  };
  return (
    <div className="step">
      <form onSubmit={submit} noValidate aria-labelledby="step-title">
        <h2 id="step-title">{t.code('event', event)}</h2>
        {shown.hearing?.contentHash && ON_THE_RECORD.includes(event) && <HearingCard hearing={shown.hearing} />}
        <FaultSummary faults={step.faults} attempt={step.attempt} name={(field) => labels[field] ?? field} />
        {asks ? (
          <StepForm shown={shown} event={event} typed={step.typed} at={step.at} onChange={step.type} />
        ) : (
          <p>{t('desk.step.noFields')}</p>
        )}
        <div className="actions">
          {(asks || !step.seen) && (
            <Button type="submit" kind={step.seen ? 'secondary' : 'primary'} busy={step.busy}>
              {t('desk.step.preview')}
            </Button>
          )}
          <ButtonLink kind="quiet" to={`/desk/cases/${shown.id}`}>
            {t('desk.step.cancel')}
          </ButtonLink>
        </div>
      </form>
      {step.seen ? (
        <Outcome shown={shown} seen={step.seen}>
          <Button busy={step.busy} onClick={() => void step.confirm()}>
            {t('desk.step.confirm', { event: t.code('event', event) })}
          </Button>
        </Outcome>
      ) : (
        <p className="muted preview-empty">{t('desk.step.previewFirst')}</p>
      )}
    </div>
  );
}

const ON_THE_RECORD = ['proposeGrant', 'proposeRefusal', 'grant', 'refuse'];

/** After a hearing these steps rest on its record, which is shown beside the form (ALL 48(2)). */
const recordCited = (event: string, { hearing }: CaseView): Record<string, string> =>
  hearing?.contentHash && ON_THE_RECORD.includes(event) ? { hearingRecord: hearing.contentHash } : {};

/** The one who registers papers reads the way of service that the applicant chose, not an empty form. */
const startOf = (event: string, { form }: CaseView): Typed =>
  event === 'serve' && typeof form['deliveryChannel'] === 'string' ? { channel: form['deliveryChannel'] } : {};

/** Typed text, its preview, and the sending; a preview holds only for what was typed and for the case as it was. */
function useStep({ shown, event, onDone }: Props) {
  const t = useSay();
  const [, go] = useLocation();
  const session = useSession();
  const { faults, attempt, at, clear, showError } = useFaults((field) => field.replace(/^payload\./, ''));
  const [typed, keep, forget] = useKept<Typed>(
    `step:${shown.id}:${event}:${session.data?.account.id ?? ''}`,
    startOf(event, shown),
  );
  const [preview, setPreview] = useState<{ of: string; seen: Preview } | null>(null);
  const [busy, setBusy] = useState(false);
  const command = useCommand(shown);
  const refresh = useRefresh(shown.id);
  const payload = { ...payloadOf(event, typed), ...recordCited(event, shown) };
  const of = JSON.stringify([payload, shown.version]);

  const attemptTo = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    try {
      await work();
    } catch (error) {
      if (hasMovedOn(error)) {
        onDone(t('ui.changed'));
        await refresh();
      } else showError(error);
    } finally {
      setBusy(false);
    }
  };
  const look = () =>
    attemptTo(async () => {
      setPreview(null);
      const body = { type: event, payload };
      const seen = await took<Preview>(
        http.POST('/api/cases/{id}/preview', { params: { path: { id: shown.id } }, body }),
      );
      clear();
      setPreview({ of, seen });
    });
  const confirm = () =>
    attemptTo(async () => {
      const answer = await command(event, payload);
      forget();
      onDone(t('desk.step.done', { event: t.code('event', event), state: t.code('state', answer.state) }));
      go(`/desk/cases/${shown.id}`);
    });
  useEffect(() => {
    if (STEP_FIELDS[event] === undefined) void look();
  }, [event, shown.version]);
  return {
    faults,
    attempt,
    at,
    typed,
    type: keep,
    busy,
    look,
    confirm,
    seen: preview?.of === of ? preview.seen : null,
  };
}
