import { useState } from 'react';
import { http, took } from '../../api.js';
import { Dialog, ReasonForm, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { OpenRow } from './outbox-rows.js';

/** Gives a job up: what that means stands above, the reason is kept for ever. */
export function SkipDialog({ row: { id }, onDone, onClose }: { row: OpenRow; onDone(): void; onClose(): void }) {
  const t = useSay();
  const faults = useFaults();
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const skip = async (): Promise<void> => {
    setBusy(true);
    try {
      await took(http.POST('/api/admin/outbox/{id}/skip', { params: { path: { id } }, body: { reason } }));
      onDone();
    } catch (error) {
      faults.showError(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('admin.outbox.skipOf', { id })} onClose={onClose}>
      <ReasonForm
        form={{ ...faults, busy }}
        label={t('admin.outbox.reason')}
        hint={t('admin.outbox.reasonHint')}
        rows={3}
        value={reason}
        onChange={setReason}
        confirm={t('admin.outbox.confirmSkip')}
        kind="danger"
        onConfirm={() => void skip()}
      >
        <p>{t('admin.outbox.skipMeans')}</p>
      </ReasonForm>
    </Dialog>
  );
}
