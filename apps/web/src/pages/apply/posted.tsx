import '../../../../../libs/messages/src/web-trips.js';
import type { Schemas } from '../../api.js';
import { Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';

type Entry = Schemas['Story']['items'][number];

/** The parcel that is under way: when it went, its number, and that it is served once it is signed for. */
export function Posted({ entries }: { entries: readonly Entry[] }) {
  const t = useSay();
  const last = entries.findLast(({ type }) => ['serve', 'recordDelivery', 'recordReturn'].includes(type));
  if (last?.type !== 'serve' || last.payload['channel'] !== 'courier') return null;
  return (
    <section className="card" aria-labelledby="posted-title">
      <h2 id="posted-title">{t('posted.title')}</h2>
      <p>
        <Sentence>
          {t('posted.on', { day: t.day(last.legalDate), number: String(last.words?.['trackingNumber'] ?? '') })}
        </Sentence>
      </p>
      <p>{t('posted.effect')}</p>
    </section>
  );
}
