import { LAW_VERSION, type MatterPack } from '../../../../libs/law/src/index.js';
import { say } from '../../../../libs/messages/src/index.js';
import { sha256 } from '../../../../libs/platform/src/index.js';
import { WHO_MAY, type EventType } from '../../../../libs/procedures/src/index.js';
import { guideOf } from '../guide/guide.js';
import type { Tools } from '../tools.js';

export interface Matter {
  pack: MatterPack;
  /** Whether it can be filed online. */
  open: boolean;
}

export const mattersOf = ({ workshop }: Tools): Matter[] =>
  [...workshop.shelf.published.values()].map(({ pack, procedure }) => ({
    pack,
    open: procedure !== null && pack.onlineForm !== null && pack.switchedOff === null,
  }));

/** The posts that take a step, from the one table that the procedures obey. */
export const sendersOf = (event: EventType): readonly string[] => WHO_MAY[event];

/** What every document of open data says of itself: of which rules, of exactly which packs, and how it may be used. */
export function provenance(matters: readonly Matter[]) {
  return {
    version: LAW_VERSION,
    hash: sha256(matters.map(({ pack: { code, hash } }) => `${code} ${hash}`).join('\n')),
    licence: { id: 'MulanPSL-2.0 OR Apache-2.0', zh: say('zh', 'list.licence'), en: say('en', 'list.licence') },
  };
}

/** All guides in one document (开放数据). */
export function openMatters(tools: Tools) {
  const matters = mattersOf(tools);
  const [first] = matters;
  if (!first) throw new Error('a county without matters');
  const { region, nameZh, nameEn } = first.pack.authority;
  return {
    ...provenance(matters),
    region,
    authority: { nameZh, nameEn },
    items: matters.map(({ pack }) => guideOf(tools, pack.code)),
  };
}
