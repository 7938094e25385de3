import { CLOCK_RULES, cite, conditionsOf, isPeriod, uploadsOf, type MatterPack } from '../../../law/src/index.js';
import type { Shelved } from './library.js';
import { articlesOf, type Saying } from './saying.js';

/** What every matter here is about, whether its guide says the word or not. */
const ABOUT = '许可证 licence';
/** The answer about a whole matter stands before that about one line of it. */
const FIRST = 1.6;
const FOREMOST = 2;

type Line = MatterPack['materials'][number];

/**
 * What the guide of a matter says, section by section, each with the address of its section.
 * @param foremost the matter that the county lists first: it answers where no matter is named
 */
export function packPassages(saying: Saying, pack: MatterPack, foremost: boolean): Shelved[] {
  const { t, called } = saying;
  const told = (section: string, title: string, passage: string, article: string | null = null): Shelved => ({
    title,
    passage,
    article,
    link: `/guides/${pack.code}#${section}`,
  });
  /** The name of the matter stands in the title, so that a question about one matter finds its own guide. */
  const own = (section: string, title: string, passage: string, article?: string | null): Shelved => ({
    ...told(section, t('answer.of', { title, name: called(pack) }), passage, article),
    about: `${ABOUT} ${pack.code}`,
    rank: foremost ? FOREMOST : FIRST,
  });
  return [
    ...basics(saying, pack, own),
    ...demands(saying, pack, own, told),
    ...course(saying, pack, own, told),
    ...questions(saying, pack, told),
  ];
}

type Told = (section: string, title: string, passage: string, article?: string | null) => Shelved;

function basics({ t, span, language, called }: Saying, pack: MatterPack, own: Told): Shelved[] {
  const { limits, authority, fee } = pack;
  const answer = CLOCK_RULES.correction_or_acceptance;
  const { statutory } = limits;
  const statutorySays = isPeriod(statutory) ? span(statutory) : language === 'zh' ? statutory.zh : statutory.en;
  return [
    own(
      'basics',
      t('answer.limits'),
      limits.promised
        ? t('answer.limitsSays', { promised: span(limits.promised), statutory: statutorySays })
        : t('answer.statutorySays', { statutory: statutorySays }),
      'article' in limits.statutory ? limits.statutory.article.zh : null,
    ),
    own('trips', t('answer.trips'), t('answer.tripsSays', { n: pack.maxTrips })),
    ...(fee.amount === 0 ? [own('fee', t('answer.fee'), t('answer.feeSays'), fee.article.zh)] : []),
    own(
      'basics',
      t('answer.matter'),
      t('answer.matterSays', {
        applicant: language === 'zh' ? pack.applicantZh : pack.applicantEn,
        authority: called(authority),
      }),
      articlesOf(pack.basis),
    ),
    own('basics', t('answer.acceptance'), t('answer.acceptanceSays', { limit: span(answer) }), answer.article.zh),
    ...(pack.licenceTermYears
      ? [
          own(
            'basics',
            t('answer.result'),
            t('page.guide.resultLicence', { limit: span({ length: pack.licenceTermYears, unit: 'year' }) }),
          ),
        ]
      : []),
    own('where', t('answer.where'), t('answer.whereSays', { office: authority.officeZh })),
    own('help', t('answer.help'), t('answer.helpSays', { hotline: authority.hotline })),
    own('basis', t('answer.basis'), pack.basis.map(({ zh }) => zh).join('；'), articlesOf(pack.basis)),
  ];
}

function demands({ t, code, called, language }: Saying, pack: MatterPack, own: Told, told: Told): Shelved[] {
  return [
    ...(pack.materials.length > 0 ? [own('materials', t('answer.papers'), papersSay(t, called, pack))] : []),
    ...pack.materials.map((line) =>
      told(
        'materials',
        t('answer.material', { name: called(line) }),
        materialSays(t, code, line, language),
        articlesOf(line.basis),
      ),
    ),
    ...checkedConditions(pack).map(({ code: name, article }) => ({
      ...told(
        'conditions',
        t('answer.condition'),
        code('page.condition', name, { capital: (pack.requiredCapitalYuan ?? 0).toLocaleString('en-US') }),
        article.zh,
      ),
      rank: FIRST,
    })),
    ...pack.preconditions.map((one) => ({
      ...told('conditions', t('answer.condition'), language === 'zh' ? one.zh : one.en, articlesOf(one.basis)),
      about: `${ABOUT} ${pack.code} ${called(pack)}`,
    })),
  ];
}

/** The papers that may be asked for with the application, counted as on the guide. */
function papersSay(t: Saying['t'], called: Saying['called'], pack: MatterPack): string {
  const { least, most } = uploadsOf(pack);
  if (most === 0) return t('paper.nothing');
  const asked = pack.materials.filter(
    ({ source, role, stage }) => source === 'upload' && role !== 'voluntary' && (stage ?? 'filing') === 'filing',
  );
  const papers = least === most ? t('page.guide.uploadsN', { n: most }) : t('guide.uploads.range', { least, most });
  return t('answer.papersSays', { papers, names: asked.map(called).join(t('page.listMark')) });
}

/** The conditions that the form of this matter checks. */
const checkedConditions = ({ onlineForm, readings }: MatterPack) =>
  onlineForm ? conditionsOf(onlineForm, readings) : [];

function materialSays(t: Saying['t'], code: Saying['code'], line: Line, language: Saying['language']): string {
  const when = [
    ...(line.condition ? [code('page.when', line.condition)] : []),
    ...(line.notBelowSquareMetres ? [t('page.when.notBelow', { n: line.notBelowSquareMetres })] : []),
  ].map((text) => t('page.paren', { text }));
  const role = `${code('page.role', line.role)}${when.join('')}`;
  const how = {
    upload: 'page.guide.toUpload',
    form: 'page.guide.toFill',
    lookup: 'page.guide.toLookup',
    agency: 'page.guide.toLookup',
  } as const;
  const said = [role, t(how[line.source])];
  if (line.source === 'upload') said.push(language === 'zh' ? line.sampleZh : line.sampleEn);
  return said.join(t('page.listMark'));
}

function course({ t, code, called, language }: Saying, pack: MatterPack, own: Told, told: Told): Shelved[] {
  return [
    own(
      'steps',
      t('answer.steps'),
      pack.steps.map(({ zh, en }) => (language === 'zh' ? zh : en)).join(t('page.listMark')),
    ),
    ...pack.attestations.map((lane) =>
      told(
        'checks',
        t('answer.check', { name: called(lane) }),
        t('answer.checkSays', { department: code('department', lane.department) }),
        articlesOf(lane.basis),
      ),
    ),
    ...pack.specialProcedures.map((ground) =>
      told(
        'special',
        t('answer.special', { name: code('ground', ground) }),
        t('page.guide.specialTime'),
        cite('ALL 45').zh,
      ),
    ),
  ];
}

/** The questions that stand on every guide. */
function questions({ t, span }: Saying, { limits }: MatterPack, told: Told): Shelved[] {
  const params = {
    answer: span(CLOCK_RULES.correction_or_acceptance),
    period: span(limits.correctionPeriod),
    review: span(CLOCK_RULES.reconsideration),
    suit: span(CLOCK_RULES.litigation_direct),
  };
  const articles = { correction: 'ALL 32(1)(4)', silence: 'ALL 32(1)(4)', refusal: 'ALL 38(2)' } as const;
  return (['correction', 'silence', 'refusal'] as const).map((question) =>
    told(
      'questions',
      t(`page.guide.q.${question}`),
      t(`page.guide.a.${question}`, params),
      cite(articles[question]).zh,
    ),
  );
}
