import { useSay } from '../../say.js';
import { CoSignerRows } from '../apply/co-signer-tags.js';
import { useCoSigners } from '../apply/co-signers.js';

/** 共同确认 as the bureau sees it: who else asks for this, and on which day each has confirmed it. */
export function PartiesPart({ caseId }: { caseId: string }) {
  const t = useSay();
  const { items = [] } = useCoSigners(caseId).data ?? {};
  if (items.length === 0) return null;
  return (
    <section className="card" aria-labelledby="parties-title">
      <h2 id="parties-title">{t('coSign.parties')}</h2>
      <ul className="plain lines">
        <CoSignerRows of={items} />
      </ul>
    </section>
  );
}
