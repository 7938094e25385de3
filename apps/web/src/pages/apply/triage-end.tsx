import type { TriageEnd } from '../../../../../libs/law/src/triage-tree.js';
import { articleInFull } from '../../article-in-full.js';
import { ButtonLink, Fetched, Heading } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { useGuide } from './use-case.js';

/** An end that opens no case: another office, a closed door, a freeze, or the bureau itself. The server knows the article. */
export function TriageEndPage({ end }: { end: Exclude<TriageEnd, { end: 'matter' }> }) {
  const t = useSay();
  return (
    <>
      <Heading>{t(end.end === 'elsewhere' ? 'triage.notHere' : `triage.${end.end}`)}</Heading>
      <Because end={end} />
      <div className="actions">
        <ButtonLink kind="secondary" to="/apply">
          {t('triage.again')}
        </ButtonLink>
        <a href={'matter' in end ? `/guides/${end.matter}` : '/guides'}>{t('triage.guide')}</a>
      </div>
    </>
  );
}

function Because({ end }: { end: Exclude<TriageEnd, { end: 'matter' }> }) {
  const t = useSay();
  switch (end.end) {
    case 'elsewhere':
      return (
        <>
          <p>{t(`triage.because.${end.office}`)}</p>
          <p>
            <strong>{t('triage.goTo', { office: t(`triage.office.${end.office}`) })}</strong>
          </p>
          <p className="small muted" lang="zh-CN">
            {articleInFull(end.article)}
          </p>
        </>
      );
    case 'forbidden':
      return (
        <>
          <p>{t(`triage.forbidden.${end.reason}`)}</p>
          <p className="small muted" lang="zh-CN">
            {articleInFull(end.article)}
          </p>
        </>
      );
    case 'frozen':
      return <Frozen matter={end.matter} />;
    case 'exOfficio':
      return <p>{t('triage.exOfficio.more')}</p>;
  }
}

/** What has to be told before filing, in the words of the pack. */
function Frozen({ matter }: { matter: string }) {
  const t = useSay();
  const guide = useGuide(matter);
  return (
    <Fetched query={guide}>
      {({ freeze }) => (
        <>
          {freeze && (
            <p className="note warn">
              {t.language === 'zh' ? freeze.zh : freeze.en}{' '}
              <span lang="zh-CN">{freeze.basis.map(({ zh }) => zh).join('；')}</span>
            </p>
          )}
          <p>{t('triage.frozen.more')}</p>
        </>
      )}
    </Fetched>
  );
}
