import { useRef, useState, type KeyboardEvent } from 'react';
import type { CaseView } from '../../api.js';
import { useSay } from '../../say.js';
import { useSession } from '../../session.js';
import type { Material } from './case-queries.js';
import { MaterialList, focusLine } from './material-list.js';
import { choicesOf, useSheet, type Verdict } from './sheet.js';
import { SheetPanel } from './sheet-panel.js';
import type { SheetPurpose } from './sheet.js';
import { Steps } from './steps.js';
import { useSendSheet } from './send-sheet.js';
import { Viewer } from './viewer.js';

const KEYS: Record<string, Verdict> = { '1': 'ok', '2': 'deficient', '3': 'notApplicable' };

/** Materials, the document, and the verdict sheet side by side; everything with the keyboard. */
export function MaterialsPart({
  shown,
  mayPreReview,
  onDone,
}: {
  shown: CaseView;
  mayPreReview: boolean;
  onDone(sentence: string): void;
}) {
  const t = useSay();
  const session = useSession();
  const purpose = purposeOf(shown, mayPreReview);
  const sheet = useSheet(`sheet:${shown.id}:${purpose ?? 'read'}:${session.data?.account.id ?? ''}`, shown.materials);
  const [at, setAt] = useState(() => shown.materials.find((line) => sheet.open.includes(line)) ?? shown.materials[0]);
  const [told, tell] = useState('');
  const reason = useRef<HTMLTextAreaElement>(null);
  const send = useSendSheet(shown, purpose, sheet, onDone);
  const line = shown.materials.find(({ lineId }) => lineId === at?.lineId);
  if (!line) return null;

  const choose = (next: Material): void => {
    tell('');
    setAt(next);
  };
  const goOn = (after: Material): void => {
    const next = nextOpen(shown.materials, after, sheet.open);
    if (!next) return;
    choose(next);
    focusLine(next.lineId);
  };
  /** A verdict by key or by mouse; a deficiency asks for its reason, anything else goes on to the next line. */
  const give = (verdict: Verdict, onward: boolean): void => {
    if (!purpose) return;
    if (!choicesOf(line).includes(verdict)) return tell(t(whyNot(line, verdict)));
    const given = sheet.givenOf(line);
    sheet.give(line, { verdict, reason: given?.reason ?? '' });
    if (verdict === 'deficient') setTimeout(() => reason.current?.focus());
    else if (onward) goOn(line);
  };
  const onKeys = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return void send.submit();
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = KEYS[event.key];
    if (verdict) give(verdict, true);
    if (event.key === 'Enter') {
      event.preventDefault();
      if (sheet.givenOf(line)?.verdict === 'deficient') reason.current?.focus();
      else give('deficient', true);
    }
  };

  return (
    <div className="case-columns">
      <MaterialList
        materials={shown.materials}
        chosen={line}
        sheet={sheet}
        faultAt={send.at}
        onChoose={choose}
        onKeyDown={onKeys}
        keys={purpose !== null}
      />
      <Viewer line={line} shown={shown} />
      <div className="right">
        <SheetPanel
          line={line}
          sheet={sheet}
          purpose={purpose}
          promisedOn={shown.preReview?.promisedOn}
          told={told}
          reason={reason}
          send={send}
          onGive={(verdict) => give(verdict, false)}
          onReasonDone={() => goOn(line)}
        />
        <Steps shown={shown} onMaterials={purpose === 'intake'} />
      </div>
    </div>
  );
}

/** Why a verdict cannot be given on a line. */
function whyNot({ applicable, bound }: Material, verdict: Verdict) {
  if (!applicable) return 'desk.sheet.doesNotApply';
  if (verdict === 'notApplicable') return 'desk.sheet.applies';
  return bound ? 'desk.sheet.bound' : 'desk.sheet.ours';
}

/** Which sheet is open: the clerk's at intake where the server allows it, or the answer to an open pre-review. */
function purposeOf({ allowed, state, preReview }: CaseView, mayPreReview: boolean): SheetPurpose | null {
  if (allowed.some(({ event }) => event === 'recordVerdicts')) return 'intake';
  return state === 'DRAFT' && mayPreReview && preReview !== null && !preReview.answered ? 'preReview' : null;
}

/** The next line without a verdict, going round; the one after where all have theirs. */
function nextOpen(all: readonly Material[], from: Material, open: readonly Material[]): Material | undefined {
  const here = all.findIndex(({ lineId }) => lineId === from.lineId);
  const round = [...all.slice(here + 1), ...all.slice(0, here)];
  return round.find((line) => open.some(({ lineId }) => lineId === line.lineId)) ?? all[here + 1];
}
