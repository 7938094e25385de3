import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, Dialog, FaultSummary, TextArea, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';

/** What somebody is about to do with a ticket. */
export interface TicketAct {
  kind: 'acknowledgement' | 'explanation';
  ticket: Schemas['Ticket'];
}

const FIELD = { acknowledgement: 'note', explanation: 'reason' } as const;

/** One text, sent once; neither can be changed afterwards, and the hint says so. */
export function TicketDialog({
  act,
  onClose,
  onDone,
}: {
  act: TicketAct;
  onClose(): void;
  onDone(said: string): void;
}) {
  const t = useSay();
  const client = useQueryClient();
  const { faults, attempt, at, showError } = useFaults();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const acknowledging = act.kind === 'acknowledgement';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      await send(act, text);
      await Promise.all(
        [['tickets'], ['supervision'], ['case', act.ticket.caseId]].map((queryKey) =>
          client.invalidateQueries({ queryKey }),
        ),
      );
      onDone(t(acknowledging ? 'supervision.done' : 'supervision.explained'));
      onClose();
    } catch (error) {
      showError(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t(acknowledging ? 'supervision.acknowledge' : 'supervision.explainTitle')} onClose={onClose}>
      <FaultSummary faults={faults} attempt={attempt} />
      <form onSubmit={(event) => void submit(event)}>
        <p>{act.ticket.institutionName}</p>
        <TextArea
          name={FIELD[act.kind]}
          label={t(acknowledging ? 'supervision.note' : 'supervision.explain')}
          hint={t(acknowledging ? 'supervision.noteHint' : 'supervision.explainHint')}
          error={at(FIELD[act.kind])}
          value={text}
          onChange={setText}
        />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t(acknowledging ? 'supervision.acknowledge' : 'supervision.explainDo')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function send({ kind, ticket }: TicketAct, text: string): Promise<unknown> {
  const params = { path: { id: ticket.id } };
  return kind === 'acknowledgement'
    ? took(http.POST('/api/desk/tickets/{id}/acknowledgement', { params, body: { note: text } }))
    : took(http.POST('/api/desk/tickets/{id}/explanation', { params, body: { reason: text } }));
}
