import { useState, type ReactNode } from 'react';
import { Button } from './button.js';
import { Dialog } from './dialog.js';
import { FaultSummary, useFaults } from './faults.js';

interface Words {
  /** On the button that asks. */
  open: string;
  title: string;
  /** What will happen. */
  effect: ReactNode;
  /** On the button that does it. */
  confirm: string;
}

/** Something that is done after a question only: a button, what it will do, and the button that does it. */
export function Confirm({
  words: { open, title, effect, confirm },
  asks,
  danger,
  act,
}: {
  words: Words;
  asks: 'big' | 'quiet';
  danger?: boolean;
  /** The question is closed once this is done, and stays with what was said against it. */
  act(): Promise<unknown>;
}) {
  const { faults, attempt, clear, showError } = useFaults();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const close = (): void => {
    clear();
    setAsking(false);
  };
  const confirmed = async (): Promise<void> => {
    setBusy(true);
    try {
      await act();
      close();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button big={asks === 'big'} kind={asks === 'quiet' ? 'quiet' : 'primary'} onClick={() => setAsking(true)}>
        {open}
      </Button>
      {asking && (
        <Dialog title={title} onClose={close}>
          <FaultSummary faults={faults} attempt={attempt} />
          <p>{effect}</p>
          <div className="actions">
            <Button kind={danger ? 'danger' : 'primary'} busy={busy} onClick={() => void confirmed()}>
              {confirm}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
