import { Tagged } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { CoSignerTags } from '../apply/co-signer-tags.js';
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
        {items.map((one) => (
          <li key={one.party}>
            <Tagged>
              <strong>{one.name}</strong>
              <span className="muted">{t.code('coSigner', one.kind)}</span>
              <CoSignerTags one={one} />
            </Tagged>
          </li>
        ))}
      </ul>
    </section>
  );
}
