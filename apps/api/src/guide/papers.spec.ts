import { writeFileSync } from 'node:fs';
import { CONDITIONS, FORMS, linesFor, plainDate, type DeclaredFacts } from '../../../../libs/law/src/index.js';
import { PdfPress } from '../../../../libs/documents/src/index.js';
import { decodeQr, readPdfPages, readPdfText, unbroken } from '../../../../libs/documents/src/pdf/testing/read-pdf.js';
import { keptCertificates } from '../certificates.js';
import { countyShelf } from '../county.js';
import { wordsIn } from '../pages/words.js';
import { cellsOf, optionsOf } from './blank-form.js';
import { forPaper, plain, type Block } from './blocks.js';
import { certificateView } from './certificate-view.js';
import { guideSections, type Guided } from './guide-sections.js';
import { checklistPaper, formPaper, guidePaper, type Printing } from './papers.js';

const certificates = keptCertificates(countyShelf());
const guided: Guided[] = [...countyShelf().published.values()].map(({ pack, procedure }) => {
  const certificate = certificates.get(pack.code);
  return {
    pack,
    open: procedure !== null && pack.switchedOff === null,
    certificate: certificate ? certificateView(certificate) : null,
  };
});
const called = (code: string): Guided => {
  const found = guided.find(({ pack }) => pack.code === code);
  if (!found) throw new Error(code);
  return found;
};
const press = new PdfPress();
const madeAt = new Date('2026-03-02T00:00:00+08:00');
const printing = (language: 'zh' | 'en' = 'zh', demo = true): Printing => ({
  t: wordsIn(language, false),
  publicUrl: 'https://demo.example',
  demo,
  today: plainDate('2026-03-02'),
});
const wordsOf = (blocks: readonly Block[]): string =>
  unbroken(
    blocks
      .map(forPaper)
      .map((block) => JSON.stringify(block))
      .join(''),
  );

describe('the guide of every matter', () => {
  it.each(guided)('$pack.code has every element of a guide', (of) => {
    const { t } = printing();
    const { pack } = of;
    const sections = new Map(guideSections(t, of).map(({ id, blocks }) => [id, wordsOf(blocks)]));
    const elements = ['basics', 'where', 'conditions', 'materials', 'special', 'steps', 'results', 'fee', 'basis'];
    expect([...sections.keys()]).toEqual(expect.arrayContaining([...elements, 'questions', 'trips', 'help']));
    const said = (id: string, words: string) =>
      expect([id, sections.get(id)]).toEqual([id, expect.stringContaining(unbroken(words))]);
    for (const words of [pack.nameZh, pack.code, pack.powerType, pack.applicantZh, pack.authority.nameZh, pack.version])
      said('basics', words);
    for (const line of pack.materials) {
      said('materials', line.nameZh);
      said('materials', line.sampleZh);
      line.basis.forEach(({ zh }) => said('materials', zh));
      if (line.condition) said('materials', t(`page.when.${line.condition}`));
      if (line.source === 'upload') said('materials', t(`page.stage.${line.stage ?? 'filing'}`));
    }
    for (const one of pack.preconditions) said('conditions', one.zh);
    if (pack.onSite.need !== 'none') said('special', pack.onSite.zh);
    if (pack.publicNotice.need !== 'none') said('special', pack.publicNotice.zh);
    for (const ground of pack.specialProcedures) said('special', t.code('ground', ground));
    for (const { nameZh, basis } of pack.attestations) {
      said('checks', nameZh);
      basis.forEach(({ zh }) => said('checks', zh));
    }
    pack.steps.forEach(({ zh }) => said('steps', zh));
    pack.results.forEach(({ zh }) => said('results', zh));
    pack.basis.forEach(({ zh }) => said('basis', zh));
    pack.notes.forEach(({ zh }) => said('notes', zh));
    said('trips', t('page.guide.tripsAtMost', { n: pack.maxTrips }));
    said('fee', pack.fee.article.zh);
    said('help', pack.authority.hotline);
  });

  it('says of each special step whether its days count, and lets only the grounds of the pack stop the clock', () => {
    for (const of of guided) {
      const special = guideSections(printing().t, of).find(({ id }) => id === 'special');
      const table = special?.blocks.find((block) => block.kind === 'table');
      const stopping = table?.rows.filter((row) => plain(row[3] ?? '') === '不计入') ?? [];
      expect([of.pack.code, stopping.length]).toEqual([of.pack.code, of.pack.specialProcedures.length]);
    }
  });
});

describe('on paper', () => {
  it.each(guided)('$pack.code: guide, checklist and form say what the page says, in both languages', async (of) => {
    for (const language of ['zh', 'en'] as const) {
      const at = printing(language);
      const guide = press.print(guidePaper(of, at), madeAt);
      const text = unbroken(await readPdfText(guide));
      for (const { title, blocks } of guideSections(at.t, of)) {
        expect(text).toContain(unbroken(title));
        for (const block of blocks)
          if (block.kind === 'lines') for (const cell of block.lines) expect(text).toContain(unbroken(plain(cell)));
      }
      for (const sheet of [checklistPaper(of, {}, at), formPaper(of, at)])
        expect(unbroken(await readPdfText(press.print(sheet, madeAt)))).toContain(unbroken(at.t.called(of.pack)));
    }
  });

  it('every page has its number, the version, the hash and the demonstration mark; the code leads to the page', async () => {
    const of = called('EST-DIRECT');
    const guide = press.print(guidePaper(of, printing()), madeAt);
    const pages = await readPdfPages(guide);
    pages.forEach((page, i) => {
      const text = unbroken(page);
      expect(text).toContain(`第${i + 1}页，共${pages.length}页`);
      expect(text).toContain(unbroken(`版本 ${of.pack.version} · 指纹 ${of.pack.hash.slice(0, 16)}`));
      expect(text).toContain('演示文书，不具有法律效力');
    });
    expect(await decodeQr(guide, 0)).toEqual(['https://demo.example/guides/EST-DIRECT']);
    const real = await readPdfText(press.print(guidePaper(of, printing('zh', false)), madeAt));
    expect(real).not.toContain('演示');
  });

  it('the checklist of a declared situation has exactly the lines that a case with it is asked for', () => {
    for (const of of guided) {
      const situations: DeclaredFacts[] = [true, false].map((yes) =>
        Object.fromEntries(CONDITIONS.map((fact) => [fact, yes])),
      );
      for (const facts of situations) {
        const { sections } = checklistPaper(of, facts, printing());
        const now = sections.find(({ title }) => title === '申请时');
        const names = (now?.blocks ?? []).flatMap((block) =>
          block.kind === 'table'
            ? block.rows.filter(([, role]) => !role?.startsWith('自愿')).map(([name]) => name)
            : [],
        );
        const asked = linesFor(of.pack, facts).map(({ nameZh }) => nameZh);
        expect([of.pack.code, [...names].sort()]).toEqual([of.pack.code, [...asked].sort()]);
      }
    }
  });
});

describe('the blank form', () => {
  it('has every field of the online form, the options and cells that its checks take', async () => {
    for (const of of guided) {
      const { onlineForm } = of.pack;
      if (!onlineForm) continue;
      const text = unbroken(await readPdfText(press.print(formPaper(of, printing()), madeAt)));
      for (const field of FORMS[onlineForm]) expect(text).toContain(unbroken(printing().t.code('apply.q', field)));
    }
    expect(optionsOf('establishment', 'nature')).toEqual(['non_profit', 'for_profit']);
    expect(cellsOf('establishment', 'principal')).toEqual([
      'name',
      'citizenNumber',
      'yearsInEducation',
      'teacherQualification',
      'degree',
      'yearsInKindergarten',
    ]);
    expect(cellsOf('establishment', 'sponsors')).toEqual(['kind', 'name', 'citizenNumber', 'creditCode', 'address']);
  });
});

const folder = process.env['PAPERS'];
if (folder)
  it('is written down to be looked at', () => {
    for (const code of ['EST-DIRECT', 'RENEW', 'TRN-NONSUBJ']) {
      const begun = performance.now();
      writeFileSync(`${folder}/${code}-guide.pdf`, press.print(guidePaper(called(code), printing()), madeAt));
      process.stdout.write(`${code} ${Math.round(performance.now() - begun)} ms\n`);
      writeFileSync(`${folder}/${code}-form.pdf`, press.print(formPaper(called(code), printing()), madeAt));
      const facts = { joint_sponsors: true, donated: false };
      writeFileSync(
        `${folder}/${code}-checklist.pdf`,
        press.print(checklistPaper(called(code), facts, printing()), madeAt),
      );
    }
    writeFileSync(`${folder}/en-guide.pdf`, press.print(guidePaper(called('EST-DIRECT'), printing('en')), madeAt));
  });
