import { Upload } from 'lucide-react';
import { fieldId } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Sending } from './use-upload.js';

const ACCEPTED = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png';

/** A native file field that looks like a button; its name says for what the file is. */
export function FilePick({
  name,
  label,
  spoken,
  multiple,
  big,
  onPick,
}: {
  name: string;
  label: string;
  /** The longer name for readers, where the button alone does not say which line it is for. */
  spoken?: string;
  multiple?: boolean;
  big?: boolean;
  onPick(files: File[]): void;
}) {
  const id = fieldId(name);
  return (
    <label className={`button secondary file-pick${big ? ' big' : ''}`} htmlFor={id}>
      <Upload size={18} aria-hidden="true" />
      <span aria-hidden={spoken ? true : undefined}>{label}</span>
      {spoken && <span className="visually-hidden">{spoken}</span>}
      <input
        id={id}
        type="file"
        multiple={multiple}
        accept={ACCEPTED}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onPick(files);
        }}
      />
    </label>
  );
}

/** How far an upload is, or why the file was not taken. */
export function SendingState({ sending: { share, fault }, name }: { sending: Sending; name: string }) {
  const t = useSay();
  return (
    <div role="status">
      {share !== undefined && (
        <>
          <progress value={share} max={1} aria-label={name} />
          <span className="small">{t('file.sending', { percent: Math.round(share * 100) })}</span>
        </>
      )}
      {fault && <p className="field-error">{fault}</p>}
    </div>
  );
}
