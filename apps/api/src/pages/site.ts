import type { FastifyRequest } from 'fastify';
import { plainDateOf, type Authority, type PlainDate } from '../../../../libs/law/src/index.js';
import { attributesOf, lookOf, type Look } from '../http/look.js';
import type { Tools } from '../tools.js';
import { wordsIn, type Words } from './words.js';

/** Who looks, how, and at which address: everything that a page needs besides its content. */
export interface Visit {
  t: Words;
  look: Look;
  /** Attributes of `<html>` that the style follows from. */
  attributes: Record<string, string>;
  /** Path and query as they were asked for. */
  address: string;
  /** The same for somebody else, on another device. */
  publicAddress: string;
  demo: boolean;
  today: PlainDate;
  authority: Authority | undefined;
  script: string;
  styles: readonly string[];
}

export function visitOf(tools: Tools, request: FastifyRequest): Visit {
  const look = lookOf(request);
  const demo = tools.settings.mode === 'demo';
  const address = pathOf(request.url);
  const lang = (request.query as { lang?: unknown } | undefined)?.lang;
  const [first] = tools.workshop.shelf.published.values();
  return {
    t: wordsIn(look.language, lang === 'en' || lang === 'zh'),
    look,
    attributes: attributesOf(look, demo),
    address,
    publicAddress: `${tools.settings.publicUrl}${address}`,
    demo,
    today: plainDateOf(tools.clock.now()),
    authority: first?.pack.authority,
    ...tools.web.site,
  };
}

/** The longest way back that the switch of looks takes. */
const LONGEST_BACK = 500;

/** Where the switch of looks leads back to: without a language in the address, which would win over the cookie. */
export function backOf(address: string): string {
  const [path = '/', query = ''] = address.split('?');
  const kept = query.split('&').filter((part) => part !== '' && !part.startsWith('lang='));
  const back = kept.length > 0 ? `${path}?${kept.join('&')}` : path;
  return back.length <= LONGEST_BACK ? back : path;
}

/** An absolute-form target names a host; only its path is ours. */
const pathOf = (url: string): string => (/^\/(?!\/)/.test(url) ? url : '/');
