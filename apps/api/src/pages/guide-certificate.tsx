import type { CertificateView } from '../guide/certificate-view.js';
import { Facts, Tag } from './parts.js';
import type { Words } from './words.js';

/** 流程证明: the nine properties in words, with the worst figure that was met, and what they were proved about. */
export function Certificate({ t, certificate }: { t: Words; certificate: CertificateView }) {
  const { holds, configurations, properties, machine, hash } = certificate;
  return (
    <div className="certificate">
      <p>{t(holds ? 'page.guide.certificateLead' : 'page.guide.certificateOpen', { configurations })}</p>
      <ol className="lines" type="a">
        {properties.map(({ id, holds: stands, worst }) => (
          <li key={id}>
            {t.code('page.guide.property', id, { worst: worst ?? '' })}{' '}
            <Tag kind={stands ? 'done' : 'bad'}>{t(stands ? 'page.guide.holds' : 'page.guide.fails')}</Tag>
          </li>
        ))}
      </ol>
      <Facts
        rows={[
          [t('page.guide.machine'), t.code('page.guide.machine', machine)],
          [t('page.guide.hash'), <code className="hash">{hash}</code>],
        ]}
      />
    </div>
  );
}
