import { fault, founded, unsourced, type PackFault } from './fault.js';
import type { Readings } from '../readings.js';
import type { RawPack } from './raw-pack.js';
import type { Path } from './source-file.js';

/** Demands that are known to creep back in although the law does not know them (catalogue R-3). */
const TRAPS: readonly { text: RegExp; message: string; article: string }[] = [
  {
    text: /食品经营许可|food permit|food-business licen/i,
    message: '食品经营许可在登记之后 / the food permit comes after registration and may not be asked for here',
    article: 'FOOD 35',
  },
  {
    text: /公众聚集场所|营业前消防安全检查/,
    message: '学校不是公众聚集场所 / a school is no place of public assembly; this fire permit may not be asked for',
    article: 'FIRE 15, 73',
  },
  {
    text: /(校长|园长).{0,4}(核准|审批)|approval of the principal/i,
    message: '校长任职只备案，不核准 / a principal is filed and not approved',
    article: 'BER 39',
  },
  {
    text: /登报|报纸|newspaper/i,
    message: '登报声明没有法律依据 / a newspaper notice has no statutory basis',
    article: 'BER 35',
  },
];

const INTERMEDIARY = /中介|代办机构|intermediar/i;

/** Demands in words: materials, preconditions and lanes; steps and notes may speak of what is not demanded. */
export function trapFaults(pack: RawPack, readings: Readings): PackFault[] {
  return [
    ...demandsOf(pack).flatMap(({ path, words }) =>
      TRAPS.filter(({ text }) => text.test(words)).map(({ message, article }) => fault(path, message, article)),
    ),
    ...intermediaryFaults(pack, readings),
    ...principalFaults(pack),
    ...centreFaults(pack),
    ...groundFaults(pack, readings),
  ];
}

interface Demand {
  path: Path;
  words: string;
}

const demandsOf = (pack: RawPack): Demand[] => [
  ...pack.materials.map(({ id, nameZh, nameEn, sampleZh, sampleEn }) => ({
    path: ['materials', id],
    words: [id === 'PRM-FOOD' ? 'food permit' : '', nameZh, nameEn, sampleZh, sampleEn].join(' '),
  })),
  ...pack.attestations.map(({ lane, nameZh, nameEn }) => ({
    path: ['attestations', lane],
    words: `${nameZh} ${nameEn}`,
  })),
  ...pack.preconditions.map(({ zh, en }, i) => ({ path: ['preconditions', i], words: `${zh} ${en}` })),
];

const saidIn = (pack: RawPack, section: 'steps' | 'results' | 'notes'): Demand[] =>
  pack[section].map(({ zh, en }, i) => ({ path: [section, i], words: `${zh} ${en}` }));

/** No intermediary is named unless the service is one that the law knows (BER 43). */
function intermediaryFaults(pack: RawPack, readings: Readings): PackFault[] {
  const named = [...demandsOf(pack), ...saidIn(pack, 'steps'), ...saidIn(pack, 'results'), ...saidIn(pack, 'notes')];
  const known = (pack.intermediaries ?? []).length > 0;
  return [
    ...(known ? [] : named.filter(({ words }) => INTERMEDIARY.test(words))).map(({ path }) =>
      fault(path, '没有依据，不能写中介 / an intermediary is named without a basis', 'BER 43'),
    ),
    ...(pack.intermediaries ?? []).flatMap(({ basis }, i) => [
      ...unsourced(basis, ['intermediaries', i]),
      ...(founded(basis, readings)
        ? []
        : [fault(['intermediaries', i], '没有依据，不能写中介 / an intermediary is named without a basis', 'BER 43')]),
    ]),
  ];
}

/** A change of principal is filed (PEL 24; PSL 38): as a licence it would be an unlawful precondition. */
const principalFaults = ({ code, powerCode }: RawPack): PackFault[] =>
  code === 'CHG-PRINCIPAL' && powerCode === '01'
    ? [fault(['powerCode'], '校长任职只备案，不核准 / a principal is filed and not approved', 'BER 39')]
    : [];

/** Children of three to six need a kindergarten with a licence (PSL 30, 78): a recognition may not take its place. */
const centreFaults = ({ code, switchedOff }: RawPack): PackFault[] =>
  code === 'ECC-RECOG' && !switchedOff
    ? [
        fault(
          ['switchedOff'],
          '不得新认定幼儿中心 / early-childhood centres may not be recognised anew; the matter stays switched off',
          'PSL 30, 78',
        ),
      ]
    : [];

/** A matter that rests on no ranked source is switched off until the bureau confirms it (design 6.13). */
const groundFaults = ({ basis, switchedOff }: RawPack, readings: Readings): PackFault[] =>
  founded(basis, readings) || switchedOff
    ? []
    : [
        fault(
          ['basis'],
          '事项没有足够层级的依据，应当停用 / the matter rests on no ranked legal basis and must be switched off',
          'BER 35',
        ),
      ];
