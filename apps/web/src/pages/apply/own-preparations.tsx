import type { Schemas } from '../../api.js';
import { ButtonLink, Sentence, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { Begin } from './begin.js';

type Preparation = Schemas['OwnInstitutions']['preparations'][number];

/** A school in preparation, with its last day and the way to its formal establishment. */
export function PreparationCard({ one }: { one: Preparation }) {
  const t = useSay();
  const { id, name, number, preparedUntil, formalCaseId } = one;
  return (
    <li className="card case-card">
      <h3>{name}</h3>
      <p>
        <Tag kind="active">{t('apply.own.prepared')}</Tag>
      </p>
      <p>
        <Sentence>{t('apply.own.preparedUntil', { day: t.day(preparedUntil) })}</Sentence>
      </p>
      <p className="small muted">{t('apply.own.preparationNumber', { number })}</p>
      {formalCaseId ? (
        <ButtonLink kind="secondary" to={`/cases/${formalCaseId}`}>
          {t('apply.own.running')}
        </ButtonLink>
      ) : (
        <Begin about={id} matter="EST-FORMAL" known={{ preparationNumber: number }}>
          {t('apply.own.establish')}
        </Begin>
      )}
    </li>
  );
}
