import { Link } from 'wouter';
import { http, took, type Schemas } from '../../api.js';
import { Button, Fetched, Joined } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { usePaged } from '../desk/paged.js';

type Version = Schemas['CalendarVersion'];

/** Every version that was ever in force: who, when, why. The first one is the newest. */
export function CalendarVersions({ year, shown }: { year: number; shown: string | undefined }) {
  const t = useSay();
  const versions = usePaged<Version>(['calendar-versions'], (cursor) =>
    took(http.GET('/api/admin/calendar/versions', { params: { query: { cursor, limit: 20 } } })),
  );
  return (
    <section aria-labelledby="versions-title">
      <h2 id="versions-title">{t('admin.calendar.versions')}</h2>
      <Fetched query={versions}>
        {(items) => (
          <ol className="plain">
            {items.map((one, i) => (
              <li key={one.version}>
                <Link
                  href={`/admin/calendar?year=${year}${i === 0 ? '' : `&version=${one.version}`}`}
                  aria-current={(shown ?? items[0]?.version) === one.version ? 'true' : undefined}
                >
                  {t('admin.calendar.version', { version: one.version })}
                </Link>
                {i === 0 && <strong> {t('admin.calendar.inForce')}</strong>}
                <br />
                {one.adoptedBy === null ? t('admin.calendar.seed') : one.reason}
                <br />
                <span className="small muted">
                  <Joined>
                    {one.adoptedBy !== null &&
                      t('admin.calendar.adoptedBy', { who: one.adoptedBy, day: t.day(shanghai(one.adoptedAt)) })}
                    {t('admin.calendar.announced', { years: one.years.join(t.language === 'zh' ? '、' : ', ') })}
                  </Joined>
                </span>
              </li>
            ))}
          </ol>
        )}
      </Fetched>
      {versions.hasMore && (
        <Button kind="secondary" onClick={versions.more}>
          {t('admin.calendar.moreVersions')}
        </Button>
      )}
    </section>
  );
}

/** The day in Asia/Shanghai on which an instant falls. */
const shanghai = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
