import { useSay } from '../../say.js';

/** What the marks of a day mean. */
export function Legend() {
  const t = useSay();
  return (
    <section aria-labelledby="legend-title">
      <h2 id="legend-title">{t('admin.calendar.legend')}</h2>
      <ul className="legend">
        <li>
          <span className="day working" aria-hidden="true">
            8
          </span>
          {t('admin.calendar.working')}
        </li>
        <li>
          <span className="day weekend" aria-hidden="true">
            8
          </span>
          {t('admin.calendar.weekend')}
        </li>
        <li>
          <span className="day off" aria-hidden="true">
            8<small>{t('admin.calendar.offMark')}</small>
          </span>
          {t('admin.calendar.off')}
        </li>
        <li>
          <span className="day make-up" aria-hidden="true">
            8<small>{t('admin.calendar.makeUpMark')}</small>
          </span>
          {t('admin.calendar.makeUp')}
        </li>
      </ul>
    </section>
  );
}
