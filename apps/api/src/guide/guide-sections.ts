import {
  CLOCK_RULES,
  conditionsOf,
  type Limit,
  type MatterPack,
  type OnlineForm,
} from '../../../../libs/law/src/index.js';
import type { Words } from '../pages/words.js';
import { facts, head, lines, onlyArticles, text, withArticles, type Block, type Cell, type Section } from './blocks.js';
import type { CertificateView } from './certificate-view.js';
import { limitRows } from './limits-in-words.js';
import { attestationBlocks, materialBlocks } from './material-tables.js';
import { specialStepsOf, specialTable } from './special-steps.js';
import { uploadsDepend, uploadsInFull } from './uploads-in-words.js';

export interface Guided {
  pack: MatterPack;
  /** Whether it can be filed online. */
  open: boolean;
  /** Null while there is no procedure to speak of. */
  certificate: CertificateView | null;
}

/**
 * 办事指南: all its elements, in the order that people know from government portals. Everything comes from the pack that
 * the workflow runs on; page and paper are both made from these sections.
 */
export function guideSections(t: Words, of: Guided): Section[] {
  const { pack } = of;
  const special = specialStepsOf(t, pack);
  const all: readonly (readonly [string, string, readonly Block[]])[] = [
    ['basics', t('page.guide.basics'), [basics(t, of)]],
    ['where', t('page.guide.where'), [where(t, of)]],
    ['conditions', t('page.guide.conditions'), conditions(t, pack)],
    ['materials', t('page.guide.materials'), materials(t, of)],
    [
      'special',
      t('page.guide.special'),
      special.length > 0 ? [specialTable(t, special)] : [text(t('guide.noSpecial'))],
    ],
    [
      'checks',
      t('page.guide.attestations'),
      pack.attestations.length > 0 ? attestationBlocks(t, pack.attestations) : [],
    ],
    ['steps', t('page.guide.steps'), [lines(pack.steps.map(t.said), true)]],
    ['results', t('guide.results'), results(t, pack)],
    ['fee', t('page.guide.fee'), [text(fee(t, pack)), ...intermediaries(t, pack)]],
    ['basis', t('page.guide.basis'), [lines(pack.basis.map((article) => onlyArticles([article])))]],
    ['questions', t('page.guide.questions'), questions(t, of)],
    ['trips', t('page.guide.trips'), [text(t('page.guide.tripsAtMost', { n: pack.maxTrips }))]],
    ['help', t('page.guide.help'), [help(t, pack)]],
    ['notes', t('guide.notes'), notes(t, pack)],
  ];
  return all.filter(([, , blocks]) => blocks.length > 0).map(([id, title, blocks]) => ({ id, title, blocks }));
}

/** Why nobody can apply now, or what has to be known before: said at the head of everything. */
export function warningsOf(t: Words, { pack: { switchedOff, freeze, family }, open }: Guided): Cell[] {
  return [
    ...(switchedOff ? [t('guide.switchedOff', { reason: t.said(switchedOff) })] : []),
    ...(freeze ? [withArticles(t('guide.frozen', { reason: t.said(freeze) }), freeze.basis)] : []),
    ...(!switchedOff && !open ? [t(family === 'ex_officio' ? 'page.guide.notApplied' : 'page.guide.notOpen')] : []),
  ];
}

function basics(t: Words, { pack, open }: Guided): Block {
  return facts([
    [t('page.guide.matter'), t.called(pack)],
    [t('page.guide.code'), pack.code],
    [t('page.guide.powerType'), t.code('page.guide.powerType', pack.powerType)],
    [t('page.guide.handling'), t(pack.limits.promised ? 'page.guide.handlingPromised' : 'guide.handlingExOfficio')],
    [t('page.guide.applicant'), t.language === 'zh' ? pack.applicantZh : pack.applicantEn],
    [t('page.guide.authority'), t.called(pack.authority)],
    ...limitRows(t, pack),
    [t('guide.result'), resultOf(t, pack)],
    [t('page.guide.delivery'), open ? t('page.guide.resultDelivery') : t('guide.deliveryWindow')],
    [t('page.guide.version'), pack.version],
    [t('guide.hash'), pack.hash.slice(0, 16)],
  ]);
}

const resultOf = (t: Words, { licenceTermYears, results: papers }: MatterPack): string => {
  const named = papers.map(t.said).join(t.listMark);
  if (licenceTermYears === null) return named;
  return `${named}${t('page.paren', { text: t('guide.term', { limit: t.span({ length: licenceTermYears, unit: 'year' }) }) })}`;
};

function where(t: Words, { pack: { authority }, open }: Guided): Block {
  return facts([
    [t('page.guide.online'), t(open ? 'page.guide.onlineAnyTime' : 'guide.notOnline')],
    [t('page.guide.window'), t.given(authority.officeZh)],
    [t('page.guide.hours'), t('page.pending')],
  ]);
}

/** What must be so before anything can be granted: checked by the form where there is one, else as the pack says it. */
function conditions(t: Words, pack: MatterPack): Block[] {
  if (pack.onlineForm) return [text(t('page.guide.conditionsLead')), lines(checkedByForm(t, pack, pack.onlineForm))];
  if (pack.preconditions.length === 0) return [text(t('guide.noConditions'))];
  return [lines(pack.preconditions.map((one) => withArticles(t.said(one), one.basis)))];
}

function checkedByForm(t: Words, pack: MatterPack, form: OnlineForm): Cell[] {
  const capital = (pack.requiredCapitalYuan ?? 0).toLocaleString('en-US');
  const checked = conditionsOf(form, pack.readings).map(({ code, article }) =>
    withArticles(t.code('page.condition', code, { capital }), [article]),
  );
  return [...checked, ...pack.preconditions.map((one) => withArticles(t.said(one), one.basis))];
}

function materials(t: Words, { pack, open }: Guided): Block[] {
  if (pack.materials.length === 0) return [text(t('guide.noMaterials'))];
  return [
    text(t('page.guide.materialsLead')),
    ...uploadsDepend(t, pack),
    ...materialBlocks(t, pack.materials, { online: open, uploads: uploadsInFull(t, pack) }),
  ];
}

/** 结果名称与样本, and what becomes of the licence on paper. */
const results = (t: Words, pack: MatterPack): Block[] => [
  lines(pack.results.map(t.said)),
  facts([
    [t('guide.licencePrint'), t(`guide.licencePrint.${pack.licencePrint}`)],
    [t('guide.resultSample'), t('guide.resultSampleIs')],
  ]),
];

const fee = (t: Words, { fee: { amount, article } }: MatterPack): Cell =>
  withArticles(amount === 0 ? t('page.guide.free') : t('guide.feeAmount', { amount }), [article]);

/** 中介服务: only what has a basis in law may be asked for (BER 43). */
function intermediaries(t: Words, { intermediaries: services }: MatterPack): Block[] {
  if (services.length === 0) return [text(t('guide.noIntermediaries'))];
  return [head(t('guide.intermediaries')), lines(services.map((one) => withArticles(t.said(one), one.basis)))];
}

/** Every number of the answers is a limit that the clocks run on. */
function questions(t: Words, { pack: { limits, family } }: Guided): Block[] {
  const params = {
    answer: t.span(CLOCK_RULES.correction_or_acceptance),
    period: t.span(limits.correctionPeriod),
    review: t.span(CLOCK_RULES.reconsideration),
    suit: t.span(CLOCK_RULES.litigation_direct),
  };
  const asked = family === 'ex_officio' ? (['disagree'] as const) : (['correction', 'silence', 'refusal'] as const);
  return asked.flatMap((question) => [
    head(t(`page.guide.q.${question}`)),
    text(t(`page.guide.a.${question}`, params)),
  ]);
}

function help(t: Words, { authority }: MatterPack): Block {
  const remedy = (body: string, limit: Limit): Cell => ({
    said: `${t.span(limit)} · `,
    zh: `${body}${t('page.paren', { text: limit.article.zh })}`,
  });
  return facts([
    [t('page.guide.hotline'), t.given(authority.hotline)],
    [t('page.guide.complaints'), t('page.pending')],
    [t('page.guide.window'), t.given(authority.officeZh)],
    [t('page.guide.reconsideration'), remedy(authority.reconsiderationBody, CLOCK_RULES.reconsideration)],
    [t('page.guide.court'), remedy(authority.court, CLOCK_RULES.litigation_direct)],
  ]);
}

const notes = (t: Words, pack: MatterPack): Block[] => (pack.notes.length > 0 ? [lines(pack.notes.map(t.said))] : []);
