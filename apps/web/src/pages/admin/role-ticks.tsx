import { STAFF_ROLES, type StaffRole } from '../../../../../libs/law/src/roles.js';
import { fieldId } from '../../kit/index.js';
import { useSay } from '../../say.js';

export const isStaffRole = (role: string): role is StaffRole => STAFF_ROLES.some((one) => one === role);

/** Posts to tick; which of them may meet in one account is the server's to say. */
export function RoleTicks({
  roles,
  error,
  onChange,
}: {
  roles: readonly StaffRole[];
  error?: string;
  onChange(roles: StaffRole[]): void;
}) {
  const t = useSay();
  const id = fieldId('roles');
  const toggle = (role: StaffRole): void =>
    onChange(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  return (
    <fieldset
      className={error ? 'field invalid' : 'field'}
      aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
    >
      <legend>{t('admin.accounts.roles')}</legend>
      <p className="hint" id={`${id}-hint`}>
        {t('admin.accounts.rolesHint')}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <div className="choices two">
        {STAFF_ROLES.map((role, i) => (
          <label key={role} className="choice">
            <input
              type="checkbox"
              id={i === 0 ? id : undefined}
              checked={roles.includes(role)}
              onChange={() => toggle(role)}
            />
            <span>{t.code('role', role)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
