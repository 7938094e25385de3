import { Sentence } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { nameOf } from './names.js';

type Content = Readonly<Record<string, unknown>>;

const textOf = (content: Content, key: string): string => (typeof content[key] === 'string' ? content[key] : '');
const listOf = (content: Content, key: string): string[] =>
  Array.isArray(content[key]) ? content[key].filter((one): one is string => typeof one === 'string') : [];

/** A letter of the bureau as it will stand on paper: the words are those of the document itself. */
export function Letter({ kind, content }: { kind: string; content: Content }) {
  const t = useSay();
  const demo = content['demo'] === true;
  return (
    <figure className="letter-frame">
      <figcaption>{nameOf(t, 'document', kind)}</figcaption>
      <div className="letter" lang="zh-CN">
        {content['template'] === 'notice' ? <Notice content={content} /> : <Licence kind={kind} content={content} />}
        {demo && <p className="letter-foot">{t('desk.letter.demo')}</p>}
      </div>
    </figure>
  );
}

function Notice({ content }: { content: Content }) {
  return (
    <>
      <p className="letter-head">{textOf(content, 'authority')}</p>
      <p className="letter-number">{textOf(content, 'number')}</p>
      <p className="letter-title">{textOf(content, 'title')}</p>
      <p>{textOf(content, 'addressee')}</p>
      {listOf(content, 'paragraphs').map((paragraph, i) => (
        <p key={i} className="indent">
          <Sentence>{paragraph}</Sentence>
        </p>
      ))}
      <Table content={content['table']} />
      {listOf(content, 'closing').map((paragraph, i) => (
        <p key={i} className="indent">
          <Sentence>{paragraph}</Sentence>
        </p>
      ))}
      <p className="letter-sign">
        {textOf(content, 'authority')}
        <br />
        <Sentence>{chineseDate(textOf(content, 'date'))}</Sentence>
      </p>
      <p className="letter-foot">{textOf(content, 'footer')}</p>
    </>
  );
}

function Table({ content }: { content: unknown }) {
  if (content === null || typeof content !== 'object') return null;
  const { head, rows } = content as { head: string[]; rows: string[][] };
  return (
    <div className="letter-table">
      <table>
        <thead>
          <tr>
            {head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, n) => (
                <td key={n}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const LICENCE_LINES = [
  'number',
  'name',
  'address',
  'principal',
  'schoolType',
  'content',
  'supervisingAuthority',
  'validFrom',
  'validTo',
];

function Licence({ kind, content }: { kind: string; content: Content }) {
  const t = useSay();
  return (
    <>
      <p className="letter-title">{nameOf(t, 'document', kind)}</p>
      <dl className="facts tight">
        {LICENCE_LINES.map((key) => (
          <div key={key}>
            <dt>{nameOf(t, 'letter', key)}</dt>
            <dd>
              <Sentence>{chineseDate(textOf(content, key))}</Sentence>
            </dd>
          </div>
        ))}
      </dl>
      <p className="letter-sign">
        {textOf(content, 'issuingAuthority')}
        <br />
        <Sentence>{chineseDate(textOf(content, 'issuedOn'))}</Sentence>
      </p>
    </>
  );
}

const LONG = new Intl.DateTimeFormat('zh-CN', { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' });

/** The date as the document prints it: in Chinese, without the day of the week. */
const chineseDate = (date: string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(date) ? LONG.format(new Date(`${date}T00:00:00Z`)) : date;
