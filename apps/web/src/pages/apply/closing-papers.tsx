import type { CaseView } from '../../api.js';
import { Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { PaperSlot } from './paper-slot.js';
import { useUpload } from './use-upload.js';

/** 善后材料: what is due while the school is wound up; it counts as soon as it is there. */
export function ClosingPapers({ view }: { view: CaseView }) {
  const t = useSay();
  const uploads = useUpload(view.id);
  const lines = view.materials.filter(({ dueNow }) => dueNow);
  if (lines.length === 0) return null;
  return (
    <section className="card" aria-labelledby="closing-papers-title">
      <h2 id="closing-papers-title">{t('apply.closingPapers.title')}</h2>
      <p>{t('apply.closingPapers.lead')}</p>
      <ul className="plain lines papers">
        {lines.map((line) => (
          <li key={line.lineId} id={`line-${line.lineId}`}>
            <div className="asked">
              <h3>{t.called(line)}</h3>
              <p className="line-tags">
                <Tag kind={line.fileId ? 'done' : 'near'}>
                  {t(line.fileId ? 'apply.papers.have' : 'apply.papers.none')}
                </Tag>
              </p>
              <p className="small">
                {t('apply.papers.sample')}
                {t.sample(line)}
              </p>
            </div>
            <PaperSlot line={line} uploads={uploads} />
          </li>
        ))}
      </ul>
    </section>
  );
}
