import { ExternalLink } from 'lucide-react';
import type { CaseView } from '../../api.js';
import { Joined } from '../../kit/index.js';
import { useSay } from '../../say.js';
import type { Material } from './case-queries.js';
import { FormFacts } from './form-facts.js';

/** The document of a line beside what the applicant filled in. */
export function Viewer({ line, shown }: { line: Material; shown: CaseView }) {
  const t = useSay();
  return (
    <section className="centre" aria-labelledby="viewer-title">
      <h2 id="viewer-title">{t.called(line)}</h2>
      {line.source === 'upload' && line.sampleZh && (
        <p className="hint">
          <Joined>
            {t('desk.viewer.sample')}
            <span>{t.sample(line)}</span>
          </Joined>
        </p>
      )}
      <div className="beside">
        <Paper line={line} />
        {line.source === 'form' ? (
          <FormFacts form={shown.form} fields={line.fields} />
        ) : (
          <FormFacts form={shown.form} />
        )}
      </div>
    </section>
  );
}

function Paper({ line }: { line: Material }) {
  const t = useSay();
  if (line.source === 'lookup') return <p className="note">{t('desk.viewer.lookup')}</p>;
  if (line.source === 'form') return <p className="note">{t('desk.viewer.noFile')}</p>;
  if (!line.fileId) return <p className="note warn">{t('desk.viewer.nothing')}</p>;
  const address = `/api/files/${line.fileId}`;
  const name = t('desk.viewer.frame', { name: t.called(line) });
  return (
    <div className="paper-view">
      {isPicture(line.fileName) ? (
        <img src={address} alt={name} />
      ) : (
        <iframe key={line.fileId} src={`${address}${FIT}`} title={name} />
      )}
      <p className="small">
        <a href={address} target="_blank" rel="noreferrer">
          <Joined>
            {line.fileName}
            <>
              {t('desk.viewer.open')} <ExternalLink size={14} aria-hidden="true" />
            </>
          </Joined>
        </a>
      </p>
    </div>
  );
}

/** The whole width for the page itself, where the browser's own viewer listens to it. */
const FIT = '#navpanes=0&view=FitH';

const isPicture = (name: string | null): boolean => /\.(jpe?g|png)$/i.test(name ?? '');
