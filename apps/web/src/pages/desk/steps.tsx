import { ArrowRight } from 'lucide-react';
import { Link } from 'wouter';
import type { CaseView } from '../../api.js';
import { useSay } from '../../say.js';

/** The steps that the server allows to this person now, and nothing else. */
export function Steps({ shown, onMaterials = false }: { shown: CaseView; onMaterials?: boolean }) {
  const t = useSay();
  const steps = shown.allowed.filter(({ event }) => !(onMaterials && event === 'recordVerdicts'));
  return (
    <section className="card steps" aria-labelledby="steps-title">
      <h2 id="steps-title">{t('desk.steps.title')}</h2>
      {steps.length === 0 && shown.allowed.length > 0 && <p>{t('desk.steps.verdictsFirst')}</p>}
      {shown.allowed.length === 0 && (
        <p>
          {t('desk.steps.none')}
          {t.language === 'zh' ? '' : ' '}
          {shown.archive === null && t('desk.steps.waiting', { role: t.code('role', shown.owner) })}
        </p>
      )}
      <ul className="plain">
        {steps.map(({ event }) => (
          <li key={event}>
            <Link href={placeOf(shown.id, event)}>
              {t.code('event', event)}
              <ArrowRight size={16} aria-hidden="true" />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const placeOf = (id: string, event: string): string =>
  event === 'recordVerdicts' ? `/desk/cases/${id}/materials` : `/desk/cases/${id}/step-${event}`;
