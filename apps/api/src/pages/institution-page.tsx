import type { ReactNode } from 'react';
import { kindKey } from '../../../../libs/law/src/index.js';
import { sayCode } from '../../../../libs/messages/src/index.js';
import type { PublicFields, PublicOnDay, PublicTurn } from '../../../../libs/publicity/src/index.js';
import type { AskedDays } from '../as-of.js';
import { DayForm } from './day-form.js';
import { ErrorSummary } from './error-summary.js';
import { Lineage } from './lineage.js';
import { Facts, Heading, Pieces, PrintButton, Sentence, Tag, type TagKind } from './parts.js';
import type { Visit } from './site.js';
import type { Words } from './words.js';

interface Shown {
  visit: Visit;
  entry: PublicOnDay;
  asked: Pick<AskedDays, 'typed' | 'faults'>;
}

/** One institution: what the register says of it on a day, how it came to say so, and what it came from. */
export function InstitutionPage({ visit, entry, asked }: Shown) {
  const { t, today } = visit;
  const faults = asked.faults.map(({ code, params, field }) => ({
    input: field,
    words: sayCode(t.language, 'field', code, 'field.INVALID', params),
  }));
  return (
    <>
      <p className="lead no-print">{t('onDay.lead')}</p>
      <ErrorSummary t={t} faults={faults} />
      <DayForm t={t} entry={entry} typed={asked.typed} faults={faults} today={today} />
      <div data-on-day="">
        <OnDay visit={visit} entry={entry} />
        <Story t={t} entry={entry} />
        <Lineage t={t} graph={entry.lineage} here={entry.id} />
      </div>
      <div className="actions no-print">
        <PrintButton t={t} />
        <a className="target" href={t.link('/register')}>
          {t('nav.register')}
        </a>
      </div>
    </>
  );
}

function OnDay({ visit, entry: { said, validOn, recordedOn } }: { visit: Visit; entry: PublicOnDay }) {
  const { t, today } = visit;
  return (
    <section className="card licence" aria-labelledby="on-day">
      <h2 id="on-day">{t('onDay.on', { day: t.day(validOn) })}</h2>
      {recordedOn !== today && (
        <p className="small muted">
          <Sentence>{t('onDay.recorded', { day: t.day(recordedOn) })}</Sentence>
        </p>
      )}
      {said ? <Facts rows={factsOf(visit, said, validOn)} /> : <p>{t('onDay.nothing')}</p>}
    </section>
  );
}

const GOOD: Readonly<Record<string, TagKind>> = {
  OPERATING: 'done',
  LICENSED_PENDING_REGISTRATION: 'active',
  PREPARING: 'active',
  CLOSING: 'due',
};

/** How it stood on that day, as one shape and one word: a licence past its term is none. */
function standing(t: Words, { state = '', validTo }: PublicFields, validOn: string): ReactNode {
  const kind = GOOD[state] ?? 'bad';
  if (kind !== 'bad' && validTo !== undefined && validTo < validOn)
    return <Tag kind="due">{t('page.licence.expired')}</Tag>;
  return <Tag kind={kind}>{t.code('register', state)}</Tag>;
}

function factsOf({ t, authority }: Visit, said: PublicFields, validOn: string): [string, ReactNode][] {
  const type = kindKey({ institutionType: said.institutionType ?? '', stage: said.stage });
  const scope = t.code('licence.content', type);
  // a mark whose time is over is none
  const [inclusive, quality] = [holding(said.inclusive, validOn), holding(said.quality, validOn)];
  return [
    [t('onDay.field.state'), standing(t, said, validOn)],
    [t('onDay.field.name'), <Heading key="n">{said.name ?? ''}</Heading>],
    [t('onDay.field.licenceNumber'), said.licenceNumber ?? null],
    [t('onDay.field.address'), said.address ?? null],
    [t('onDay.field.campuses'), said.campuses?.join(t.listMark) ?? null],
    [t('onDay.field.institutionType'), t.code('licence.type', type)],
    [t('onDay.field.scope'), scope === type ? null : scope],
    [t('onDay.field.nature'), t.code('nature', said.nature ?? '')],
    [t('onDay.field.sponsors'), said.sponsors?.join(t.enumeration) ?? null],
    [t('onDay.field.legalRepresentative'), said.legalRepresentative ?? null],
    [t('onDay.field.principal'), said.principal ?? null],
    [t('onDay.field.validity'), termOf(t, said.validFrom, said.validTo)],
    [t('onDay.field.preparedUntil'), said.preparedUntil && !said.licenceNumber ? t.day(said.preparedUntil) : null],
    [t('onDay.field.issuer'), said.licenceNumber && authority ? t.called(authority) : null],
    [t('onDay.field.creditCode'), said.creditCode ?? null],
    [t('onDay.field.inclusive'), inclusive ? termOf(t, inclusive.from, inclusive.until) : null],
    [t('onDay.field.quality'), quality ? qualityOf(t, quality) : null],
  ];
}

const holding = <T extends { until: string }>(mark: T | undefined, on: string): T | undefined =>
  mark && mark.until >= on ? mark : undefined;

const qualityOf = (t: Words, { level, from, until }: { level: string; from: string; until: string }): ReactNode => (
  <Pieces of={[t.code('onDay.level', level), termOf(t, from, until)]} />
);

function termOf(t: Words, from: string | undefined, until: string | undefined): ReactNode {
  if (from === undefined || until === undefined) return null;
  return <Sentence>{t('onDay.term', { from: t.day(from), until: t.day(until) })}</Sentence>;
}

function Story({ t, entry: { id, turns } }: { t: Words; entry: PublicOnDay }) {
  if (turns.length === 0) return null;
  return (
    <section aria-labelledby="story">
      <h2 id="story">{t('onDay.story')}</h2>
      <ol className="turns">
        {turns.map((turn, i) => (
          <li key={i}>
            <OneTurn t={t} turn={turn} />
            <a className="target no-print" href={t.link(`/register/${id}?validOn=${turn.validFrom}`)}>
              {t('onDay.see', { day: t.day(turn.validFrom) })}
            </a>
          </li>
        ))}
      </ol>
    </section>
  );
}

function OneTurn({ t, turn: { cause, validFrom, recordedOn, caseNumber, changed } }: { t: Words; turn: PublicTurn }) {
  const fields = changed.map((field) => t.code('onDay.field', field));
  return (
    <>
      <Pieces
        of={[
          <strong key="c">{t.code('cause', cause)}</strong>,
          <Sentence key="f">{t('onDay.from', { day: t.day(validFrom) })}</Sentence>,
        ]}
      />
      <span className="small muted">
        <Pieces
          of={[
            <Sentence key="w">{t('onDay.writtenOn', { day: t.day(recordedOn) })}</Sentence>,
            ...(caseNumber ? [<Sentence key="n">{t('onDay.byCase', { number: caseNumber })}</Sentence>] : []),
          ]}
        />
      </span>
      {fields.length > 0 && changes(t, fields)}
    </>
  );
}

const changes = (t: Words, fields: readonly string[]): ReactNode => (
  <span className="small">{t('onDay.changed', { fields: fields.join(t.enumeration) })}</span>
);
