import '@fastify/cookie';
import type { FastifyRequest } from 'fastify';
import type { Language } from '../../../../libs/messages/src/index.js';

/** How a person wants to see every page: kept in a cookie, over pages and login, with or without a script. */
export interface Look {
  language: Language;
  scale: '18' | '22' | '24' | '30';
  contrast: 'normal' | 'high';
}

export const LOOK_COOKIE = 'look';
const SCALES = ['18', '22', '24', '30'] as const;

/** @param request its cookie, and over it `?lang=` */
export function lookOf(request: FastifyRequest): Look {
  const [scale, contrast, language] = (cookiesOf(request)[LOOK_COOKIE] ?? '').split('.');
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  return {
    scale: SCALES.find((one) => one === scale) ?? '18',
    contrast: contrast === 'high' ? 'high' : 'normal',
    language: asked === 'en' || (asked !== 'zh' && language === 'en') ? 'en' : 'zh',
  };
}

/** An address that could not be decoded is refused before anybody has read the cookies. */
const cookiesOf = ({ cookies }: { cookies?: FastifyRequest['cookies'] }): FastifyRequest['cookies'] => cookies ?? {};

export const cookieOf = ({ scale, contrast, language }: Look): string => `${scale}.${contrast}.${language}`;

/** The attributes of `<html>` that all style follows from. */
export const attributesOf = (
  { language, scale, contrast }: Look,
  demo: boolean,
  loggedIn = false,
): Record<string, string> => ({
  lang: language === 'zh' ? 'zh-CN' : 'en',
  'data-scale': scale,
  'data-contrast': contrast,
  'data-demo': demo ? 'on' : 'off',
  'data-session': loggedIn ? 'on' : 'off',
});
