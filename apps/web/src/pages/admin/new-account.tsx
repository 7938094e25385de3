import { useState, type FormEvent } from 'react';
import { http, took } from '../../api.js';
import { Button, Dialog, FaultSummary, TextField, useFaults } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { StaffRole } from '../../../../../libs/law/src/roles.js';
import { RoleTicks } from './role-ticks.js';

const EMPTY = { login: '', displayName: '', password: '', roles: [] as StaffRole[] };

/** A new account of the staff. */
export function NewAccount({ onDone, onClose }: { onDone(sentence: string): void; onClose(): void }) {
  const t = useSay();
  const { faults, attempt, at, showError } = useFaults();
  const [form, setForm] = useState(EMPTY);
  const [busy, setBusy] = useState(false);
  const set = (field: 'login' | 'displayName' | 'password') => (value: string) => setForm({ ...form, [field]: value });
  const labels: Record<string, string> = {
    login: t('admin.accounts.login'),
    displayName: t('admin.accounts.name'),
    password: t('admin.accounts.password'),
    roles: t('admin.accounts.roles'),
  };
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    try {
      const { login } = await took(http.POST('/api/admin/accounts', { body: form }));
      onDone(t('admin.accounts.created', { login }));
    } catch (error) {
      showError(error);
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('admin.accounts.new')} onClose={onClose}>
      <form onSubmit={(event) => void create(event)} noValidate>
        <FaultSummary faults={faults} attempt={attempt} name={(field) => labels[field] ?? field} />
        <TextField
          name="login"
          label={t('admin.accounts.login')}
          hint={t('admin.accounts.loginHint')}
          value={form.login}
          error={at('login')}
          onChange={set('login')}
          native={{ autoCapitalize: 'off', spellCheck: false }}
        />
        <TextField
          name="displayName"
          label={t('admin.accounts.name')}
          value={form.displayName}
          error={at('displayName')}
          onChange={set('displayName')}
        />
        <TextField
          name="password"
          label={t('admin.accounts.password')}
          hint={t('admin.accounts.passwordHint')}
          value={form.password}
          error={at('password')}
          onChange={set('password')}
          native={{ type: 'password', autoComplete: 'new-password' }}
        />
        <RoleTicks roles={form.roles} error={at('roles')} onChange={(roles) => setForm({ ...form, roles })} />
        <div className="actions">
          <Button type="submit" busy={busy}>
            {t('admin.accounts.create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
