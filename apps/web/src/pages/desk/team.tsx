import { Fetched, fieldId } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useStaff } from './case-queries.js';

const DEPARTMENTS = ['education', 'health', 'market'] as const;

/** Who goes: officers with an inspection post, by department. The value is their ids with blanks between. */
export function Team({
  name,
  label,
  hint,
  error,
  value,
  onChange,
}: {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  value: string;
  onChange(value: string): void;
}) {
  const t = useSay();
  const staff = useStaff(true);
  const chosen = value === '' ? [] : value.split(' ');
  const toggle = (id: string): void =>
    onChange((chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]).join(' '));
  const id = fieldId(name);
  return (
    <fieldset
      className={error ? 'field invalid' : 'field'}
      aria-describedby={`${id}-hint${error ? ` ${id}-error` : ''}`}
    >
      <legend>{label}</legend>
      <p className="hint" id={`${id}-hint`}>
        {hint}
        {t.language === 'zh' ? '' : ' '}
        {t('desk.members.chosen', { n: chosen.length })}
      </p>
      {error && (
        <p className="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      <Fetched query={staff}>
        {({ items }) =>
          DEPARTMENTS.map((department, d) => (
            <div key={department} className="team-group" role="group" aria-labelledby={`${id}-${department}`}>
              <p className="label" id={`${id}-${department}`}>
                {t(`desk.members.${department}`)}
              </p>
              <div className="choices inline">
                {items
                  .filter(({ roles }) => roles.includes(`${department}Inspector`))
                  .map((one, i) => (
                    <label key={one.id} className="choice">
                      <input
                        type="checkbox"
                        id={d === 0 && i === 0 ? id : undefined}
                        checked={chosen.includes(one.id)}
                        onChange={() => toggle(one.id)}
                      />
                      <span>{one.displayName}</span>
                    </label>
                  ))}
              </div>
            </div>
          ))
        }
      </Fetched>
    </fieldset>
  );
}
