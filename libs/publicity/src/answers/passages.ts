import {
  cite,
  clockRules,
  DEPARTMENTS,
  newSiteChecklist,
  STANDARD_READINGS,
  type MatterPack,
} from '../../../law/src/index.js';
import type { Language } from '../../../messages/src/index.js';
import { GLOSSARY } from './glossary.js';
import { Answers, Library, type Passage, type Shelved } from './library.js';
import { packPassages } from './pack-passages.js';
import { articlesOf, sayingIn, type Saying } from './saying.js';

/** Everything that a question can be answered with: words of the field, the packs that are published, rules of law. */
export function libraryOf(packs: readonly MatterPack[]): Answers {
  const inLanguage = (language: Language): Library => {
    const saying = sayingIn(language);
    return new Library(
      once([
        ...glossaryPassages(saying),
        ...packs.flatMap((pack, i) => packPassages(saying, pack, i === 0)),
        ...rulePassages(saying, packs),
      ]),
    );
  };
  return new Answers({ zh: inLanguage('zh'), en: inLanguage('en') });
}

/** What several packs say in the same words is told once, from the first. */
function once(passages: readonly Shelved[]): Shelved[] {
  const first = new Map(passages.map((one) => [`${one.title}\n${one.passage}`, one] as const).reverse());
  return [...new Map([...first].reverse()).values()];
}

const glossaryPassages = ({ t }: Saying): Passage[] =>
  GLOSSARY.map((entry) => ({
    title: t(`glossary.${entry.id}.term`),
    passage: t(`glossary.${entry.id}`),
    article: 'article' in entry ? cite(entry.article).zh : null,
    link: `/ask#${entry.id}`,
  }));

/** Time limits that no county sets, worked out by the public calculator; and what inspectors look at on site. */
function rulePassages({ t, code, span, language }: Saying, packs: readonly MatterPack[]): Shelved[] {
  const visited = packs.find(({ attestations }) => attestations.length > 0);
  const readings = packs[0]?.readings ?? STANDARD_READINGS;
  const clocks = Object.entries(clockRules(readings)).map(([id, { length, unit, roll, direction, article }]) => ({
    title: t('answer.clock', { name: code('clock', id) }),
    passage: span({ length, unit }),
    article: article.zh,
    link: `/deadline?length=${direction === 'before' ? -length : length}&unit=${unit}${roll === 'next' ? '&roll=next' : ''}`,
    // what a word means stands before how long it takes
    rank: 0.8,
  }));
  const items = DEPARTMENTS.flatMap((department) => newSiteChecklist(department, readings)).map(
    ({ zh, en, basis }) => ({
      title: t('answer.site', { name: language === 'zh' ? zh : en }),
      passage: language === 'zh' ? zh : en,
      article: articlesOf(basis),
      link: visited ? `/guides/${visited.code}#checks` : '/guides',
    }),
  );
  return [...clocks, ...items];
}
