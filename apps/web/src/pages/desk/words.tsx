import { articleInFull } from '../../article-in-full.js';
import { useSay } from '../../say.js';
import { nameOf } from './names.js';

/** Words of a step: opinion, reasons, and an article as people quote it. */
export function Words({ words }: { words: Record<string, unknown> | null | undefined }) {
  const t = useSay();
  const entries = Object.entries(words ?? {}).filter(([, value]) => typeof value === 'string' && value !== '');
  if (entries.length === 0) return null;
  return (
    <dl className="facts tight">
      {entries.map(([key, value]) => (
        <div key={key}>
          <dt>{nameOf(t, 'words', key)}</dt>
          <dd>{key === 'article' ? articleInFull(String(value)) : String(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
