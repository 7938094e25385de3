import { useState, type FormEvent } from 'react';
import { http, took, type Schemas } from '../../api.js';
import { Button, Dialog, FaultSummary, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { isStaffRole, RoleTicks } from './role-ticks.js';

type Account = Schemas['ListedAccount'];

interface Props {
  account: Account;
  onDone(sentence: string): void;
  onClose(): void;
}

/** Sends a change; a refusal stays in the dialog with the server's own sentence. */
function useChange({ account, onDone }: Props) {
  const faults = useFaults();
  const [busy, setBusy] = useState(false);
  const change = async (body: Schemas['AccountChangeDto'], sentence: string): Promise<void> => {
    setBusy(true);
    try {
      await took(http.PATCH('/api/admin/accounts/{id}', { params: { path: { id: account.id } }, body }));
      onDone(sentence);
    } catch (error) {
      faults.showError(error);
      setBusy(false);
    }
  };
  return { ...faults, busy, change };
}

export function RolesDialog(props: Props) {
  const t = useSay();
  const { account, onClose } = props;
  const name = account.displayName;
  const { faults, attempt, at, busy, change } = useChange(props);
  const [roles, setRoles] = useState(account.roles.filter(isStaffRole));
  const save = (event: FormEvent): void => {
    event.preventDefault();
    void change({ roles }, t('admin.accounts.rolesSaved', { name }));
  };
  return (
    <Dialog title={t('admin.accounts.changeRolesOf', { name })} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <FaultSummary faults={faults} attempt={attempt} name={() => t('admin.accounts.roles')} />
        <RoleTicks roles={roles} error={at('roles')} onChange={setRoles} />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('admin.accounts.saveRoles')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

export function StandingDialog(props: Props) {
  const t = useSay();
  const { account, onClose } = props;
  const { active, displayName: name } = account;
  const { faults, attempt, busy, change } = useChange(props);
  const sentence = t(active ? 'admin.accounts.switchedOff' : 'admin.accounts.switchedOn', { name });
  return (
    <Dialog title={t(active ? 'admin.accounts.switchOffOf' : 'admin.accounts.switchOnOf', { name })} onClose={onClose}>
      <FaultSummary faults={faults} attempt={attempt} />
      <p>{t(active ? 'admin.accounts.offMeans' : 'admin.accounts.onMeans')}</p>
      <div className="actions">
        <Button
          kind={active ? 'danger' : 'primary'}
          busy={busy}
          onClick={() => void change({ active: !active }, sentence)}
        >
          {t(active ? 'admin.accounts.switchOff' : 'admin.accounts.switchOn')}
        </Button>
      </div>
    </Dialog>
  );
}
