import type { MaterialLine, RequiredAttestation } from '../../../../libs/law/src/index.js';
import type { MessageKey } from '../../../../libs/messages/src/index.js';
import type { Words } from '../pages/words.js';
import { basisIn, head, onlyArticles, text, type Block } from './blocks.js';

/** Who provides a line, in the order of what the applicant has to do about it: bring it, type it, nothing. */
const PROVIDED: readonly { source: MaterialLine['source']; title: MessageKey; atCounter?: MessageKey }[] = [
  { source: 'upload', title: 'page.guide.toUpload', atCounter: 'guide.toHandIn' },
  { source: 'form', title: 'page.guide.toFill', atCounter: 'guide.toFillOnPaper' },
  { source: 'lookup', title: 'page.guide.toLookup' },
  { source: 'agency', title: 'page.guide.toAgency' },
];

export interface MaterialsShown {
  /** With boxes to tick. */
  tick?: boolean;
  /** Whether the matter can be filed online; else everything is brought to the counter. */
  online: boolean;
  /** How many papers to upload, where it is not just the number of lines. */
  uploads?: string;
}

/** 申报材料: what it is, whether and when it must be given and under which condition, how to prepare it, on what it rests. */
export function materialBlocks(
  t: Words,
  materials: readonly MaterialLine[],
  { tick = false, online, uploads }: MaterialsShown,
): Block[] {
  return PROVIDED.flatMap(({ source, title, atCounter }) => {
    const rows = materials.filter((line) => line.source === source);
    if (rows.length === 0) return [];
    const said = t(online ? title : (atCounter ?? title));
    const count = (source === 'upload' && uploads) || t('page.guide.uploadsN', { n: rows.length });
    return [
      head(`${said}${t('page.paren', { text: count })}`),
      materialTable(t, said, rows, tick && (source === 'upload' || source === 'form')),
    ];
  });
}

const materialTable = (t: Words, label: string, rows: readonly MaterialLine[], tick: boolean): Block => ({
  kind: 'table',
  label,
  tick,
  head: [t('page.table.name'), t('page.table.role'), t('page.table.sample'), t('page.table.basis')],
  rows: rows.map((line) => [
    t.called(line),
    requiredWhen(t, line),
    t.said({ zh: line.sampleZh, en: line.sampleEn }),
    basisIn(t, line.basis),
  ]),
});

/** 必交、次要、自愿, or nothing for the applicant to do; the declared fact it depends on; when it falls due. */
function requiredWhen(t: Words, line: MaterialLine): string {
  const { role, source, condition, notBelowSquareMetres: least, stage = 'filing' } = line;
  const ours = source === 'lookup' || source === 'agency';
  return [
    t(ours ? 'guide.nothingToDo' : `page.role.${role}`),
    ...(condition ? [t(`page.when.${condition}`)] : []),
    ...(least === undefined ? [] : [t('page.when.notBelow', { n: least })]),
    ...(ours ? [] : [t(`page.stage.${stage}`)]),
  ].join(t('guide.and'));
}

/** 前置核验: what a decision rests on, and which department vouches for it. */
export function attestationBlocks(t: Words, attestations: readonly RequiredAttestation[]): Block[] {
  return [
    text(t('page.guide.attestationsLead')),
    {
      kind: 'table',
      label: t('page.guide.attestations'),
      head: [t('page.table.name'), t('guide.how'), t('page.table.department'), t('page.table.basis')],
      rows: attestations.map((lane) => [
        `${t.called(lane)}${lane.condition ? t('page.paren', { text: t(`page.when.${lane.condition}`) }) : ''}`,
        t(`guide.how.${lane.how}`),
        t.code('department', lane.department),
        onlyArticles(lane.basis),
      ]),
    },
  ];
}
