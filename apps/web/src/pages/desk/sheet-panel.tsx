import type { KeyboardEvent, RefObject } from 'react';
import { askedBesideIn } from '../../../../../libs/law/src/asked-beside.js';
import { paperWordIn, vaguePhraseIn } from '../../../../../libs/law/src/wording.js';
import { Button, FaultSummary, Sentence } from '../../kit/index.js';
import { useSay, type Say } from '../../say.js';
import type { Material } from './case-queries.js';
import { verdictName } from './names.js';
import type { SendSheet } from './send-sheet.js';
import { choicesOf, type Sheet, type SheetPurpose, type Verdict } from './sheet.js';

interface Props {
  line: Material;
  sheet: Sheet;
  purpose: SheetPurpose | null;
  promisedOn: string | undefined;
  /** Why a key did nothing. */
  told: string;
  reason: RefObject<HTMLTextAreaElement | null>;
  send: SendSheet;
  onGive(verdict: Verdict): void;
  onReasonDone(): void;
}

/** The verdict on the line that is looked at, and the sheet as a whole. */
export function SheetPanel(props: Props) {
  const t = useSay();
  const { line, sheet, purpose, send, told, promisedOn } = props;
  const given = sheet.givenOf(line);
  return (
    <section className="card sheet" aria-labelledby="sheet-title">
      <h2 id="sheet-title">{t(purpose === 'preReview' ? 'desk.sheet.preReviewTitle' : 'desk.sheet.title')}</h2>
      {purpose === 'preReview' && promisedOn && (
        <p className="muted">
          <Sentence>{t('desk.sheet.preReviewDue', { day: t.day(promisedOn) })}</Sentence>
        </p>
      )}
      <FaultSummary faults={send.faults} attempt={send.attempt} name={send.nameOf} />
      <h3>{t.called(line)}</h3>
      {purpose ? <Giving {...props} /> : <p>{given ? verdictName(t, given.verdict) : t('verdict.none')}</p>}
      {!purpose && given?.reason && <p className="muted">{given.reason}</p>}
      <p role="status" className="muted">
        {told}
      </p>
      {purpose && (
        <>
          <p className="muted">
            {sheet.open.length > 0 ? t('desk.sheet.notYet', { n: sheet.open.length }) : t('desk.sheet.ready')}
          </p>
          <Button
            kind={sheet.open.length > 0 ? 'secondary' : 'primary'}
            busy={send.busy}
            onClick={() => void send.submit()}
          >
            {t(purpose === 'intake' ? 'desk.sheet.submit' : 'desk.sheet.submitPreReview')}
          </Button>
        </>
      )}
    </section>
  );
}

function Giving({ line, sheet, reason, send, onGive, onReasonDone }: Props) {
  const t = useSay();
  const given = sheet.givenOf(line);
  const choices = choicesOf(line);
  const note = !line.applicable
    ? 'desk.sheet.doesNotApply'
    : line.bound
      ? 'desk.sheet.bound'
      : line.source === 'lookup'
        ? 'desk.sheet.ours'
        : null;
  return (
    <>
      {note && <p className="muted">{t(note)}</p>}
      <fieldset className="field">
        <legend>{t('desk.sheet.verdict')}</legend>
        <div className="choices">
          {choices.map((verdict) => (
            <label key={verdict} className="choice">
              <input
                type="radio"
                name={`verdict-${line.lineId}`}
                checked={given?.verdict === verdict}
                onChange={() => onGive(verdict)}
              />
              <span>{verdictName(t, verdict)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {given?.verdict === 'deficient' && (
        <ReasonField
          key={line.lineId}
          value={given.reason}
          field={reason}
          error={wordingFault(t, line, given.reason) ?? send.at(line.lineId)}
          onChange={(text) => sheet.give(line, { verdict: 'deficient', reason: text })}
          onDone={onReasonDone}
        />
      )}
    </>
  );
}

/** What the server would refuse is said while it is being written, by the same rule of law. */
function wordingFault(t: Say, { source, nameZh }: Material, reason: string): string | undefined {
  const vague = vaguePhraseIn(reason);
  if (vague) return t('field.REASON_VAGUE', { phrase: vague });
  const paper = source === 'form' ? paperWordIn(reason) : null;
  if (paper) return t('field.FORM_LINE_ASKS_PAPER', { phrase: paper });
  const beside = askedBesideIn(reason, nameZh);
  return beside ? t('field.ASKS_BESIDE_LINE', { phrase: beside }) : undefined;
}

function ReasonField({
  value,
  field,
  error,
  onChange,
  onDone,
}: {
  value: string;
  field: RefObject<HTMLTextAreaElement | null>;
  error: string | undefined;
  onChange(text: string): void;
  onDone(): void;
}) {
  const t = useSay();
  const keys = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onDone();
  };
  return (
    <div className={error ? 'field invalid' : 'field'}>
      <label htmlFor="sheet-reason">{t('desk.sheet.reason')}</label>
      <div className="hint" id="sheet-reason-hint">
        {t('desk.sheet.reasonHint')}
      </div>
      <p className="field-error" id="sheet-reason-error" role="status">
        {error}
      </p>
      <textarea
        id="sheet-reason"
        ref={field}
        rows={4}
        maxLength={500}
        aria-describedby="sheet-reason-hint sheet-reason-error"
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={keys}
      />
    </div>
  );
}
