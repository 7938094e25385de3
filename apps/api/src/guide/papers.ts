import {
  linesPossible,
  type MaterialLine,
  type DeclaredFacts,
  type MatterPack,
  type MaterialCondition,
  type PlainDate,
} from '../../../../libs/law/src/index.js';
import type { SheetBlock, SheetContent } from '../../../../libs/documents/src/index.js';
import type { Words } from '../pages/words.js';
import { blankForm, generalForm } from './blank-form.js';
import { forPaper, text, type Section } from './blocks.js';
import { guideSections, warningsOf, type Guided } from './guide-sections.js';
import { materialBlocks } from './material-tables.js';

/** Where and when a sheet is printed. */
export interface Printing {
  t: Words;
  publicUrl: string;
  demo: boolean;
  today: PlainDate;
}

/** 办事指南 on paper: the sections of the page, and what was proved of the procedure. */
export function guidePaper(of: Guided, printing: Printing): SheetContent {
  const { t } = printing;
  const warnings = warningsOf(t, of).map((cell) => forPaper(text(cell)));
  const sections = guideSections(t, of).map(onPaper);
  const proved = of.certificate?.properties.map(({ id, worst }) =>
    t.code('page.guide.property', id, { worst: worst ?? '' }),
  );
  const certificate = proved
    ? [{ title: t('page.guide.certificate'), blocks: [{ kind: 'lines' as const, ordered: true, lines: proved }] }]
    : [];
  return sheet(of.pack, printing, t('paper.guide'), [
    ...(warnings.length > 0 ? [{ title: '', blocks: warnings }] : []),
    ...sections,
    ...certificate,
  ]);
}

const onPaper = ({ title, blocks }: Section) => ({ title, blocks: blocks.map(forPaper) });

/** 材料清单 with boxes to tick: exactly what these facts ask for; what is not declared yet stands with its condition. */
export function checklistPaper({ pack, open }: Guided, facts: DeclaredFacts, printing: Printing): SheetContent {
  const { t } = printing;
  const lines = linesPossible(pack, facts);
  const now = lines.filter(({ stage }) => (stage ?? 'filing') === 'filing');
  const later = lines.filter((line) => !now.includes(line));
  const said = Object.entries(facts).flatMap(([fact, yes]) =>
    yes ? [t(`triage.fact.${fact as MaterialCondition}`)] : [],
  );
  const lead = [
    t('paper.checklistLead'),
    ...(said.length > 0 ? [t('paper.declared', { facts: said.join(t.listMark) })] : []),
    ...(lines.some(({ condition }) => condition && facts[condition] === undefined) ? [t('paper.notDeclared')] : []),
  ];
  const part = (title: string, of: typeof lines) =>
    of.length > 0 ? [{ title, blocks: materialBlocks(t, of, { tick: true, online: open }).map(forPaper) }] : [];
  return sheet(pack, printing, t('paper.checklist'), [
    { title: '', blocks: [forPaper(text(lines.length > 0 ? lead.join('') : t('paper.nothing')))] },
    ...part(t('paper.now'), now),
    ...part(t('paper.later'), later),
  ]);
}

/** 格式文本 (ALL 29): the online form as a blank sheet, or the general one, with what is handed in, signature and date. */
export function formPaper({ pack }: Guided, printing: Printing): SheetContent {
  const { t } = printing;
  const { onlineForm } = pack;
  const asked = onlineForm ? blankForm(t, onlineForm) : generalForm(t);
  const line = (label: string) => ({ label, hint: '', options: [] });
  return sheet(pack, printing, t(onlineForm ? 'paper.form' : 'paper.sheet'), [
    {
      title: '',
      blocks: [
        { kind: 'text', text: onlineForm ? `${t('paper.formLead')}${t('paper.rowsMore')}` : t('paper.rowsMore') },
        { kind: 'facts', rows: [[t('paper.matter'), `${t.called(pack)} ${pack.code}`]] },
        ...asked,
        ...(onlineForm ? [] : [{ kind: 'fields' as const, rows: [line(t('paper.request'))] }]),
      ],
    },
    { title: t('paper.handedIn'), blocks: [handedIn(t, pack)] },
    {
      title: '',
      blocks: [
        { kind: 'text', text: t('paper.truth') },
        { kind: 'fields', rows: [line(t('paper.signature')), line(t('paper.date'))] },
      ],
    },
  ]);
}

/** The papers that may lie beside the form. */
function handedIn(t: Words, pack: MatterPack): SheetBlock {
  const papers = linesPossible(pack, {}).filter(
    ({ source, stage }) => source === 'upload' && (stage ?? 'filing') === 'filing',
  );
  if (papers.length === 0) return { kind: 'text', text: t('paper.nothing') };
  return {
    kind: 'table',
    tick: true,
    head: [t('page.table.name'), t('page.table.role'), t('paper.pages')],
    rows: papers.map((line) => [t.called(line), whenAsked(t, line), ' ']),
  };
}

/** 必交、次要 or 自愿, and what it depends on. */
const whenAsked = (t: Words, { role, condition, notBelowSquareMetres: least }: MaterialLine): string =>
  [
    t(`page.role.${role}`),
    ...(condition ? [t('page.paren', { text: t(`page.when.${condition}`) })] : []),
    ...(least === undefined ? [] : [t('page.paren', { text: t('page.when.notBelow', { n: least }) })]),
  ].join('');

function sheet(
  pack: MatterPack,
  { t, publicUrl, demo, today }: Printing,
  subtitle: string,
  sections: SheetContent['sections'],
): SheetContent {
  return {
    template: 'sheet',
    language: t.language,
    authority: t.called(pack.authority),
    title: t.called(pack),
    subtitle: `${subtitle} · ${pack.code}`,
    sections,
    qr: `${publicUrl}/guides/${pack.code}`,
    qrCaption: t('paper.scan'),
    demo,
    footer: t('paper.made', { version: pack.version, hash: pack.hash.slice(0, 16), day: t.day(today) }),
  };
}
