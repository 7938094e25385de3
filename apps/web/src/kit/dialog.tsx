import { useEffect, useRef, type ReactNode } from 'react';
import { useSay } from '../say.js';

/** A native modal dialog: the focus stays inside, Escape closes, and the focus goes back to where it was. */
export function Dialog({ title, onClose, children }: { title: string; onClose(): void; children: ReactNode }) {
  const t = useSay();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus();
  }, []);
  return (
    <dialog ref={dialog} aria-labelledby="dialog-title" onClose={onClose} onCancel={onClose}>
      <h2 id="dialog-title">{title}</h2>
      {children}
      <button type="button" className="button quiet" onClick={onClose}>
        {t('ui.close')}
      </button>
    </dialog>
  );
}
