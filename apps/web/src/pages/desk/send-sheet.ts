import { useState } from 'react';
import { http, took, type CaseView } from '../../api.js';
import { useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { hasMovedOn, useCommand, useRefresh } from './command.js';
import type { Sheet } from './sheet.js';
import type { SheetPurpose } from './sheet.js';

/** Sends the sheet, as a step of the case or as the answer to a pre-review; faults name their line. */
export function useSendSheet(
  shown: CaseView,
  purpose: SheetPurpose | null,
  sheet: Sheet,
  onDone: (sentence: string) => void,
) {
  const t = useSay();
  const command = useCommand(shown);
  const refresh = useRefresh(shown.id);
  const faults = useFaults();
  const [busy, setBusy] = useState(false);
  const transmit = async (): Promise<void> => {
    const verdicts = sheet.verdicts();
    if (purpose === 'intake') return void (await command('recordVerdicts', { verdicts }));
    const path = { id: shown.id };
    await took(http.POST('/api/cases/{id}/pre-review/answer', { params: { path }, body: { verdicts } }));
    await refresh();
  };
  const submit = async (): Promise<void> => {
    if (!purpose || busy) return;
    if (sheet.open.length > 0) return faults.show(missing());
    setBusy(true);
    try {
      await transmit();
      faults.clear();
      sheet.forget();
      onDone(t(purpose === 'intake' ? 'desk.sheet.done' : 'desk.sheet.preReviewDone'));
    } catch (error) {
      if (hasMovedOn(error)) {
        onDone(t('ui.changed'));
        await refresh();
      } else faults.showError(error);
    } finally {
      setBusy(false);
    }
  };
  const missing = () => ({
    sentence: t('desk.sheet.notYet', { n: sheet.open.length }),
    fields: Object.fromEntries(sheet.open.map((line) => [line.lineId, t('field.VERDICT_MISSING')])),
  });
  const nameOf = (lineId: string): string => {
    const line = shown.materials.find((one) => one.lineId === lineId);
    return line ? t.called(line) : lineId;
  };
  return { submit, nameOf, busy, faults: faults.faults, attempt: faults.attempt, at: faults.at };
}

export type SendSheet = ReturnType<typeof useSendSheet>;
