import { MESSAGE_KEYS, say } from './index.js';

/** What tags of the screens say: words that stand alone. */
const TAGS = [
  /^(state|register|ticket|result|verdict|rung|light\.(blue|yellow|red|black|green))\./,
  /^(room\.(result|step)|demand\.(state|kind)|visit\.phase|apply\.status)\./,
  /^(room\.(done|owed|meeting\.against|precedents\.like)|recusal\.(granted|refused|pending)|trip\.(within|beyond))$/,
  /^(desk\.agenda\.(kept|missed|running)|page\.guide\.(holds|fails)|page\.draws\.(holds|broken|waiting))$/,
];

it('begins with a capital in English', () => {
  const tags = MESSAGE_KEYS.filter((key) => TAGS.some((tag) => tag.test(key)));
  expect(tags.length).toBeGreaterThan(60);
  expect(tags.filter((key) => /^[a-z]/.test(say('en', key)))).toEqual([]);
});
