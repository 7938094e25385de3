import { useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import type { CaseView } from '../../api.js';
import { Button, FaultSummary, Heading, Sentence, Tag, useFaults } from '../../kit/index.js';
import { useFormSay } from './form-say.js';
import { faultName } from './answers.js';
import { BackLink } from './back-link.js';
import { PaperSlot } from './paper-slot.js';
import { pageOfFault, questionOf } from './questions.js';
import { nextDueOf } from './own-steps.js';
import { may, useCommand, type Material } from './use-case.js';
import { useUpload } from './use-upload.js';
import { labelOf } from './words.js';
import { WithCase } from './with-case.js';

/** The one notice: every line of it with its reason, a sample and a place to put it right, and how many are left. */
export function CorrectionPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return (
    <WithCase id={id}>
      {(view) => {
        const command = supplyOf(view);
        return command ? <Correction view={view} command={command} /> : <Redirect to={`/cases/${id}`} replace />;
      }}
    </WithCase>
  );
}

const supplyOf = (view: CaseView): string | undefined =>
  ['supplyCorrections', 'supplyUnmetLines', 'supplyTolerated'].find((command) => may(view, command));

function Correction({ view, command }: { view: CaseView; command: string }) {
  const t = useFormSay();
  const uploads = useUpload(view.id);
  const lines = view.materials.filter(({ verdict, applicable }) => verdict === 'deficient' && applicable);
  const open = lines.filter(isOpen);
  const owed = command === 'supplyTolerated';
  const due = owed ? (view.tolerance?.cureOn ?? null) : nextDueOf(view, 'own');
  return (
    <>
      <BackLink to={`/cases/${view.id}`}>{t('apply.back.case')}</BackLink>
      <Heading>{t(owed ? 'apply.tolerance.cureTitle' : 'apply.correction.title', { n: lines.length })}</Heading>
      <p>{t('apply.correction.lead')}</p>
      {command !== 'supplyUnmetLines' && due && (
        <p>
          <Sentence>{t('apply.correction.by', { day: t.day(due) })}</Sentence>
        </p>
      )}
      <p className={open.length > 0 ? 'note warn' : 'note good'} role="status">
        <strong>{open.length > 0 ? t('apply.correction.left', { n: open.length }) : t('apply.correction.none')}</strong>
      </p>
      <ol className="stack">
        {lines.map((line) => (
          <DeficientLine key={line.lineId} view={view} line={line} uploads={uploads} />
        ))}
      </ol>
      {open.length === 0 && <Supply view={view} command={command} />}
    </>
  );
}

/** Look-ups are the bureau's own; everything else is open until something new is behind it. */
const isOpen = ({ changed, source }: Material): boolean => !changed && source !== 'lookup';

function DeficientLine({
  view,
  line,
  uploads,
}: {
  view: CaseView;
  line: Material;
  uploads: ReturnType<typeof useUpload>;
}) {
  const t = useFormSay();
  const done = !isOpen(line);
  return (
    <li className="card" id={`line-${line.lineId}`}>
      <h2>{t.called(line)}</h2>
      <p>
        <Tag kind={done ? 'done' : 'near'}>{t(done ? 'apply.correction.done' : 'verdict.deficient')}</Tag>
      </p>
      <dl className="facts">
        <dt>{t('apply.correction.reason')}</dt>
        <dd lang="zh-CN">{line.reason}</dd>
        {line.source === 'upload' && (
          <>
            <dt>{t('apply.correction.sample')}</dt>
            <dd>{t.sample(line)}</dd>
          </>
        )}
      </dl>
      {line.source === 'upload' && <PaperSlot line={line} uploads={uploads} />}
      {line.source === 'form' && <FieldLinks view={view} line={line} />}
      {line.source === 'lookup' && <p>{t('material.source.lookup')}</p>}
    </li>
  );
}

function FieldLinks({ view, line }: { view: CaseView; line: Material }) {
  const t = useFormSay();
  return (
    <ul className="plain links">
      {line.fields.map((field) => (
        <li key={field}>
          <Link href={`/cases/${view.id}/draft/${questionOf(view, field)?.id ?? field}?back=correction`}>
            {t('ui.changeWhat', { what: labelOf(t, field) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Supply({ view, command }: { view: CaseView; command: string }) {
  const t = useFormSay();
  const [, go] = useLocation();
  const send = useCommand(view.id);
  const { faults, attempt, showError } = useFaults();
  const [busy, setBusy] = useState(false);
  const supply = async (): Promise<void> => {
    setBusy(true);
    try {
      await send(command);
      go(`/cases/${view.id}`);
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <FaultSummary
        faults={faults}
        attempt={attempt}
        to={(field) => pageOfFault(view, field, 'correction')}
        name={(field) => faultName(t, view.materials, field)}
      />
      <div className="actions">
        <Button big busy={busy} onClick={() => void supply()}>
          {t(command === 'supplyTolerated' ? 'apply.tolerance.supply' : 'apply.correction.supply')}
        </Button>
      </div>
      <p className="small muted">{t('apply.correction.supplyHint')}</p>
    </>
  );
}
