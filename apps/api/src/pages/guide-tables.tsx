import type { ReactNode } from 'react';
import { cite, type Article, type MatterPack } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import { Zh } from './parts.js';
import { cited, type Words } from './words.js';

type Material = MatterPack['materials'][number];
type Attestation = MatterPack['attestations'][number];

interface Column<T> {
  title: MessageKey;
  cell(row: T): ReactNode;
}

/** A table that becomes cards on a telephone; the first column is the name of the row. */
function Table<T>({
  t,
  label,
  rows,
  columns,
  keyOf,
}: {
  t: Words;
  label: string;
  rows: readonly T[];
  columns: readonly Column<T>[];
  keyOf(row: T): string;
}) {
  return (
    <table className="cards" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {t(title)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, cell }, i) =>
              i === 0 ? (
                <th key={title} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={title} data-label={t(title)}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const basisOf = (t: Words, articles: readonly Article[]): ReactNode => <Zh t={t}>{cited(articles)}</Zh>;

const GROUPS: readonly { source: Material['source']; title: MessageKey }[] = [
  { source: 'upload', title: 'page.guide.toUpload' },
  { source: 'form', title: 'page.guide.toFill' },
  { source: 'lookup', title: 'page.guide.toLookup' },
  { source: 'agency', title: 'page.guide.toAgency' },
];

/** 申报材料, by what the applicant has to do about each: bring it, type it, or nothing. */
export function MaterialTables({ t, materials }: { t: Words; materials: readonly Material[] }) {
  return (
    <>
      <p>{t('page.guide.materialsLead')}</p>
      {GROUPS.map(({ source, title }) => {
        const rows = materials.filter((line) => line.source === source);
        return (
          rows.length > 0 && (
            <div key={source}>
              <h3>
                {t(title)}
                {t('page.paren', { text: t('page.guide.uploadsN', { n: rows.length }) })}
              </h3>
              <Table t={t} label={t(title)} rows={rows} columns={materialColumns(t, source)} keyOf={({ id }) => id} />
            </div>
          )
        );
      })}
    </>
  );
}

function materialColumns(t: Words, source: Material['source']): readonly Column<Material>[] {
  const sample: Column<Material> = { title: 'page.table.sample', cell: ({ sampleZh }) => <Zh t={t}>{sampleZh}</Zh> };
  return [
    { title: 'page.table.name', cell: (line) => t.called(line) },
    ...(source === 'lookup' || source === 'agency'
      ? []
      : [{ title: 'page.table.role' as const, cell: (line: Material) => roleOf(t, line) }]),
    ...(source === 'upload' ? [sample] : []),
    { title: 'page.table.basis', cell: ({ basis }) => basisOf(t, basis) },
  ];
}

function roleOf(t: Words, { role, condition, stage = 'filing' }: Material): string {
  const said = t(`page.role.${role}`);
  const due = stage === 'filing' ? '' : t('page.paren', { text: t(`page.stage.${stage}`) });
  return `${said}${whenOf(t, condition)}${due}`;
}

const whenOf = (t: Words, condition: Material['condition']): string =>
  condition ? t('page.paren', { text: t(`page.when.${condition}`) }) : '';

interface Special {
  name: string;
  time: string;
  basis: readonly Article[];
  counts: boolean;
}

/** How many special steps a matter has. */
export const specialsOf = ({ attestations, specialProcedures }: MatterPack): number =>
  specialProcedures.length + attestations.filter(({ how }) => how === 'joint_site_check').length;

/** 特殊环节: what happens outside the desk, on which basis, at whose cost, and whether its days count. */
export function SpecialTable({ t, pack }: { t: Words; pack: MatterPack }) {
  const onSite = pack.attestations.filter(({ how }) => how === 'joint_site_check');
  const rows: Special[] = [
    ...(onSite.length > 0
      ? [
          {
            name: t('page.guide.siteCheck'),
            time: t('page.guide.siteCheckTime'),
            basis: onSite.flatMap(({ basis }) => basis),
            counts: true,
          },
        ]
      : []),
    ...pack.specialProcedures.map((ground) => ({
      name: t.code('ground', ground),
      time: t('page.guide.specialTime'),
      basis: [cite('ALL 45')],
      counts: false,
    })),
  ];
  const columns: readonly Column<Special>[] = [
    { title: 'page.table.step', cell: ({ name }) => name },
    { title: 'page.table.time', cell: ({ time }) => time },
    { title: 'page.table.fee', cell: ({ counts }) => t(counts ? 'page.guide.free' : 'page.guide.feeOurs') },
    { title: 'page.table.counts', cell: ({ counts }) => t(counts ? 'page.guide.counts' : 'page.guide.countsNot') },
    { title: 'page.table.basis', cell: ({ basis }) => basisOf(t, basis) },
  ];
  return <Table t={t} label={t('page.guide.special')} rows={rows} columns={columns} keyOf={({ name }) => name} />;
}

export function AttestationTable({ t, attestations }: { t: Words; attestations: readonly Attestation[] }) {
  const columns: readonly Column<Attestation>[] = [
    { title: 'page.table.name', cell: (lane) => `${t.called(lane)}${whenOf(t, lane.condition)}` },
    { title: 'page.table.department', cell: ({ department }) => t.code('page.department', department) },
    { title: 'page.table.basis', cell: ({ basis }) => basisOf(t, basis) },
  ];
  return (
    <>
      <p>{t('page.guide.attestationsLead')}</p>
      <Table
        t={t}
        label={t('page.guide.attestations')}
        rows={attestations}
        columns={columns}
        keyOf={({ lane }) => lane}
      />
    </>
  );
}
