import type { MatterPack } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import type { Notice } from '../../../../libs/publicity/src/index.js';
import { Icon, type IconName } from './icons.js';
import { ASK_WORDS } from './ask-page.js';
import { NoticeList } from './notice-pages.js';
import { askedFor, SearchBox } from './search-box.js';
import type { Words } from './words.js';

const NOT_ASKED = askedFor(undefined, false);

const DOORS: readonly { to: string; icon: IconName; name: MessageKey; says: MessageKey }[] = [
  { to: '/app/apply', icon: 'apply', name: 'nav.new', says: 'page.home.apply' },
  { to: '/app/cases', icon: 'cases', name: 'nav.cases', says: 'page.home.cases' },
  { to: '/check', icon: 'check', name: 'nav.check', says: 'page.home.check' },
];
const MORE: readonly [string, MessageKey, MessageKey][] = [
  ['/guides', 'page.guides.title', 'page.home.guides'],
  ['/register', 'page.register.title', 'page.home.register'],
  ['/notices', 'page.notices.title', 'page.home.notices'],
  ['/told', 'told.title', 'told.says'],
  ['/deadline', 'page.deadline.title', 'page.home.deadlineSays'],
  ['/draws', 'page.draws.title', 'page.draws.says'],
];

/** Three choices, no maze of directories; below them what may be read by everybody. */
export function HomePage({ t, pack, notices }: { t: Words; pack: MatterPack | undefined; notices: readonly Notice[] }) {
  return (
    <>
      {pack?.limits.promised && (
        <p className="lead">{t('page.home.lead', { trips: pack.maxTrips, limit: t.span(pack.limits.promised) })}</p>
      )}
      <ul className="doors">
        {DOORS.map(({ to, icon, name, says }) => (
          <li key={to}>
            <a className="door" href={t.link(to)}>
              <strong>
                <Icon name={icon} size={32} />
                {t(name)}
              </strong>
              <span>{t(says)}</span>
            </a>
          </li>
        ))}
      </ul>
      <section aria-labelledby="ask">
        <h2 id="ask">{t('page.home.ask')}</h2>
        <SearchBox t={t} action="/ask" asked={NOT_ASKED} words={ASK_WORDS} />
      </section>
      <section aria-labelledby="more">
        <h2 id="more">{t('page.home.more')}</h2>
        <ul className="ways">
          {MORE.map(([to, name, says]) => (
            <li key={to}>
              <a href={t.link(to)}>{t(name)}</a>
              <span>{t(says)}</span>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="newest">
        <h2 id="newest">{t('page.home.newest')}</h2>
        <NoticeList t={t} notices={notices} />
        {notices.length > 0 && (
          <p>
            <a className="target" href={t.link('/notices')}>
              {t('page.home.allNotices')}
            </a>
          </p>
        )}
      </section>
    </>
  );
}
