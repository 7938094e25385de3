import { Phone } from 'lucide-react';
import { ButtonLink, Fetched, Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import type { Triage } from './triage-steps.js';
import { useGuide } from './use-case.js';

/** For what this system does not handle yet: it says so, and says who does. */
export function Elsewhere({ triage: { what }, back }: { triage: Triage; back: string }) {
  const t = useSay();
  const guide = useGuide();
  return (
    <>
      <BackLink to={back} />
      <Heading>{t(what === 'tutoring' ? 'apply.elsewhere.tutoring' : 'apply.elsewhere.school')}</Heading>
      <p>{t('apply.elsewhere.who')}</p>
      <Fetched query={guide}>
        {({ authority }) => (
          <dl className="card facts">
            <dt>{t('apply.elsewhere.bureau')}</dt>
            <dd>{t.called(authority)}</dd>
            <dt>
              <Phone size={18} aria-hidden="true" /> {t('apply.elsewhere.hotline')}
            </dt>
            <dd lang="zh-CN">
              <Hotline number={authority.hotline} />
            </dd>
            <dt>{t('apply.elsewhere.office')}</dt>
            <dd lang="zh-CN">{authority.officeZh}</dd>
          </dl>
        )}
      </Fetched>
      <div className="actions">
        <ButtonLink kind="secondary" to="/apply">
          {t('apply.elsewhere.again')}
        </ButtonLink>
        <a href="/guides">{t('apply.elsewhere.guides')}</a>
      </div>
    </>
  );
}

/** A number can be dialled by a tap; what is no number yet is only read. */
function Hotline({ number }: { number: string }) {
  return /\d{5}/.test(number) ? <a href={`tel:${number.replace(/[^\d+]/g, '')}`}>{number}</a> : number;
}
