import type { draws as zh } from '../zh-CN/draws.js';

/** The public page of random assignment. */
export const draws: Record<keyof typeof zh, string> = {
  'page.draws.title': 'Who handles a case is drawn',
  'page.draws.says': 'A draw decides who handles a request. Everybody can recompute each one.',
  'page.draws.lead': 'A draw decides who handles a request. What is below is enough to recompute it yourself.',
  'page.draws.how': 'How to recompute it',
  'page.draws.step1':
    'Published first: the list of the eligible (under pseudonyms) and a commitment to seed and list. The commitment to the seed alone was published with the draw before.',
  'page.draws.step2':
    'Published later: the seed. Check with SHA-256: seed, input and list, line by line, give the commitment.',
  'page.draws.step3': 'Join the word draw, the seed, the input and the list line by line; take SHA-256 as a number.',
  'page.draws.step4': 'Divide it by the number of people: the remainder, counted from zero, is the pseudonym drawn.',
  'page.draws.names':
    'Pseudonyms change with every draw. People who must stay away and people on leave are not listed, and not named.',
  'page.draws.data': 'All of the data (JSON)',
  'page.draws.list': 'Draws',
  'page.draws.none': 'Nothing was drawn yet.',
  'page.draws.one': 'No. {n}: {role}',
  'page.draws.holds': 'Seed published; it holds',
  'page.draws.broken': 'Seed published; it does not hold',
  'page.draws.waiting': 'List published; the seed follows',
  'page.draws.committedAt': 'List published on',
  'page.draws.eligible': 'Eligible',
  'page.draws.people': '{n} {n|person|people}',
  'page.draws.pseudonyms': 'List (pseudonyms)',
  'page.draws.drawn': 'Drawn',
  'page.draws.values': 'Values to recompute with',
  'page.draws.input': 'Input',
  'page.draws.commitment': 'Commitment to seed and list',
  'page.draws.seedCommitment': 'Commitment to the seed',
  'page.draws.nextSeed': 'Commitment to the next seed',
  'page.draws.seed': 'Seed',
};
