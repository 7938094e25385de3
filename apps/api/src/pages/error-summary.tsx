import { Sentence } from './parts.js';
import type { Words } from './words.js';

/** A fault in the words of its field, and the input that it leads to. */
export interface Said {
  input: string;
  words: string;
}

/** All that is to be put right, on top and under the reader's eyes; each line leads to its field. */
export function ErrorSummary({ t, faults }: { t: Words; faults: readonly Said[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} autoFocus>
      <h2>{t('page.form.summary', { n: faults.length })}</h2>
      <ul>
        {faults.map(({ input, words }) => (
          <li key={input + words}>
            <a href={`#${input}`}>
              <span>
                <Sentence>{words}</Sentence>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
