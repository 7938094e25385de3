import { demoForm } from '../../apps/cli/src/tour/form.js';
export { demoSchool } from '../../apps/cli/src/tour/other-forms.js';
import type { EstablishmentForm } from '../../libs/law/src/index.js';

/** A demo kindergarten that meets every condition; a test names only what matters to it. */
export function kindergartenForm(change: Partial<EstablishmentForm> = {}): EstablishmentForm {
  return { ...demoForm('包头市昆都仑区演示阳光幼儿园'), ...change };
}
