import type { ReactNode } from 'react';
import type { CaseView } from '../../api.js';
import { Failed, Fetched, Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { OfKind } from './form-say.js';
import { useCase } from './use-case.js';

/** A page about one case; where the case does not come, the page still has a name and a way on. */
export function WithCase({ id, children }: { id: string; children(view: CaseView): ReactNode }) {
  const t = useSay();
  const query = useCase(id);
  if (query.data !== undefined || !query.error)
    return <Fetched query={query}>{(view) => <OfKind view={view}>{children(view)}</OfKind>}</Fetched>;
  return (
    <>
      <Heading>{t('apply.case.failed')}</Heading>
      <Failed error={query.error} retry={() => void query.refetch()} />
    </>
  );
}
