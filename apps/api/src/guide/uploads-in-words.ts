import { uploadsOf, type MatterPack } from '../../../../libs/law/src/index.js';
import type { Words } from '../pages/words.js';
import { text, type Block } from './blocks.js';

/** How many papers: the figure at the head of a guide. Nobody is led to prepare papers for what is not handled now. */
export function uploadsIn(t: Words, pack: MatterPack): string {
  if (isHalted(pack)) return t('guide.uploads.notNow');
  return uploadsOf(pack).most === 0 ? t('guide.uploads.none') : asked(t, pack);
}

/** The same as a part of one line. */
export const uploadsListed = (t: Words, pack: MatterPack): string =>
  isHalted(pack) || uploadsOf(pack).most === 0
    ? uploadsIn(t, pack)
    : t('guide.uploads.listed', { uploads: asked(t, pack) });

/** The same in full, above the list itself: beside what is asked for, what is voluntary and what comes later. */
export function uploadsInFull(t: Words, pack: MatterPack): string {
  const { most, voluntary, later } = uploadsOf(pack);
  return [
    ...(most > 0 ? [asked(t, pack)] : []),
    ...(voluntary > 0 ? [t('guide.uploads.voluntary', { n: voluntary })] : []),
    ...(later > 0 ? [t('guide.uploads.later', { n: later })] : []),
  ].join(t.listMark);
}

/** On which situations the number depends; nothing where it does not. */
export function uploadsDepend(t: Words, pack: MatterPack): Block[] {
  const { least, most } = uploadsOf(pack);
  if (least === most) return [];
  const situations = pack.materials.flatMap(({ source, condition, notBelowSquareMetres: n }) =>
    source !== 'upload'
      ? []
      : [
          ...(condition ? [t(`page.when.${condition}`)] : []),
          ...(n === undefined ? [] : [t('page.when.notBelow', { n })]),
        ],
  );
  return [text(t('guide.uploads.depends', { n: most - least, when: [...new Set(situations)].join(t.enumeration) }))];
}

const isHalted = ({ switchedOff, freeze }: MatterPack): boolean => switchedOff !== null || freeze !== null;

function asked(t: Words, pack: MatterPack): string {
  const { least, most } = uploadsOf(pack);
  return least === most ? t('page.guide.uploadsN', { n: most }) : t('guide.uploads.range', { least, most });
}
