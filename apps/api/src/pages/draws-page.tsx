import { Fragment } from 'react';
import { drawHolds, plainDateOf } from '../../../../libs/law/src/index.js';
import { sha256 } from '../../../../libs/platform/src/index.js';
import type { PublicDraw } from '../../../../libs/publicity/src/index.js';
import { Facts, Paging, Tag } from './parts.js';
import type { Words } from './words.js';

interface Shown {
  t: Words;
  draws: readonly PublicDraw[];
  next: string | null;
  cursor?: string;
}

/** Who handles a case is drawn: what is published before and after, and how anybody recomputes it. */
export function DrawsPage({ t, draws, next, cursor }: Shown) {
  return (
    <>
      <p className="lead">{t('page.draws.lead')}</p>
      <section aria-labelledby="recompute">
        <h2 id="recompute">{t('page.draws.how')}</h2>
        <ol>
          <li>{t('page.draws.step1')}</li>
          <li>{t('page.draws.step2')}</li>
          <li>{t('page.draws.step3')}</li>
          <li>{t('page.draws.step4')}</li>
        </ol>
        <p>{t('page.draws.names')}</p>
        <p>
          <a href="/api/public/draws">{t('page.draws.data')}</a>
        </p>
      </section>
      <section aria-labelledby="drawn">
        <h2 id="drawn">{t('page.draws.list')}</h2>
        {draws.length === 0 && <p className="empty">{t('page.draws.none')}</p>}
        {draws.map((draw) => (
          <Draw key={draw.ordinal} t={t} draw={draw} />
        ))}
        <Paging t={t} path="/draws" next={next} cursor={cursor} />
      </section>
    </>
  );
}

function Draw({ t, draw }: { t: Words; draw: PublicDraw }) {
  const { ordinal, role, eligible, revealed, committedAt } = draw;
  const holds = revealed !== null && drawHolds({ ...draw, ...revealed }, sha256);
  return (
    <article className="card" aria-labelledby={`draw-${ordinal}`}>
      <h3 id={`draw-${ordinal}`}>{t('page.draws.one', { n: ordinal, role: t.code('role', role) })}</h3>
      <p>
        {revealed ? (
          <Tag kind={holds ? 'done' : 'bad'}>{t(holds ? 'page.draws.holds' : 'page.draws.broken')}</Tag>
        ) : (
          <Tag kind="active">{t('page.draws.waiting')}</Tag>
        )}
      </p>
      <Facts
        rows={[
          [t('page.draws.committedAt'), t.day(plainDateOf(committedAt))],
          [t('page.draws.eligible'), t('page.draws.people', { n: eligible.length })],
          [t('page.draws.pseudonyms'), <Codes key="e" of={eligible} />],
          [t('page.draws.drawn'), revealed ? <Code key="d">{revealed.drawn}</Code> : ''],
        ]}
      />
      <details>
        <summary>{t('page.draws.values')}</summary>
        <Facts
          rows={[
            [t('page.draws.input'), <Code key="i">{draw.input}</Code>],
            [t('page.draws.commitment'), <Code key="c">{draw.commitment}</Code>],
            [t('page.draws.seedCommitment'), <Code key="s">{draw.seedCommitment}</Code>],
            [t('page.draws.nextSeed'), <Code key="n">{draw.nextSeedCommitment}</Code>],
            [t('page.draws.seed'), revealed ? <Code key="r">{revealed.seed}</Code> : ''],
          ]}
        />
      </details>
    </article>
  );
}

/** Each on a line of its own, where two do not fit on one. */
const Codes = ({ of }: { of: readonly string[] }) => (
  <>
    {of.map((code, i) => (
      <Fragment key={code}>
        {i > 0 && ' '}
        <span className="whole">
          <Code>{code}</Code>
        </span>
      </Fragment>
    ))}
  </>
);

/** A hash may break anywhere: on a narrow screen it must. */
const Code = ({ children }: { children: string }) => <code className="hash">{children}</code>;
