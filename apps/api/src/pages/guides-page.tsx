import { FAMILIES, type MatterPack } from '../../../../libs/law/src/index.js';
import { uploadsListed } from '../guide/uploads-in-words.js';
import { Heading, Pieces } from './parts.js';
import type { Words } from './words.js';

/** All matters of the county, by what they do to a school. */
export function GuidesPage({ t, packs }: { t: Words; packs: readonly MatterPack[] }) {
  return (
    <>
      <p className="lead">{t('page.guides.lead')}</p>
      <ul className="ways no-print">
        <li>
          <a href={t.link('/triage')}>{t('triage.title')}</a>
        </li>
        <li>
          <a href={t.link('/lists')}>{t('list.title')}</a>
        </li>
      </ul>
      {FAMILIES.map((family) => {
        const own = packs.filter((pack) => pack.family === family);
        return (
          own.length > 0 && (
            <section key={family} aria-labelledby={family}>
              <h2 id={family}>{t(`page.family.${family}`)}</h2>
              <ul className="doors">
                {own.map((pack) => (
                  <li key={pack.code}>
                    <a className="door" href={t.link(`/guides/${pack.code}`)}>
                      <strong>
                        <span>
                          <Heading>{t.called(pack)}</Heading>
                        </span>
                      </strong>
                      <span>
                        <Pieces of={sumOf(t, pack).split(' · ')} />
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </>
  );
}

function sumOf(t: Words, pack: MatterPack): string {
  const { promised } = pack.limits;
  const params = { uploads: uploadsListed(t, pack), trips: pack.maxTrips };
  return promised ? t('page.guides.sum', { ...params, limit: t.span(promised) }) : t('page.guides.sumNoLimit', params);
}
