import { Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';

export function VisitsPage() {
  const t = useSay();
  return <Heading>{t('ui.loading')}</Heading>;
}
