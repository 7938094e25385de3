import type { Faults } from '../../kit/index.js';
import type { Say } from '../../say.js';

/** Faults with the name of their field before the sentence, for a summary that stands away from the fields. */
export function namedFaults(t: Say, faults: Faults, labels: Readonly<Record<string, string>>): Faults {
  const fields = Object.entries(faults.fields).map(([field, message]) => {
    const label = labels[field];
    return [field, label ? t('desk.fault', { field: label, message }) : message];
  });
  return { ...faults, fields: Object.fromEntries(fields) as Record<string, string> };
}
