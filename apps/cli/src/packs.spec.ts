import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packs } from './packs.js';

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'packs-')), '159901');
  cpSync('test/fixtures/packs/159901', folder, { recursive: true });
});
afterEach(() => rmSync(join(folder, '..'), { recursive: true, force: true }));

/** What a run says and answers with. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const write = (to: 'out' | 'err') => (text: string | Uint8Array) => {
    said[to] += String(text);
    return true;
  };
  const spies = [
    jest.spyOn(process.stdout, 'write').mockImplementation(write('out')),
    jest.spyOn(process.stderr, 'write').mockImplementation(write('err')),
  ];
  const code = await packs(args);
  spies.forEach((spy) => spy.mockRestore());
  return { code, ...said };
}
const edit = (name: string, from: string, to: string): void => {
  const path = join(folder, name);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(from)) throw new Error(`nothing to replace: ${from}`);
  writeFileSync(path, text.replace(from, to));
};

describe('packs check', () => {
  it('lists the matters of a county with both limits and the hash', async () => {
    const { code, out, err } = await run('check', folder);
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^CHG-NAME\s+10 working_day\s+20 working_day\s+[0-9a-f]{16}\s+民办学校名称变更$/m);
    expect(out).toMatch(/^RENEW\s+10 working_day\s+before_expiry/m);
    expect(out).toContain('13 个事项全部通过');
  });

  it('says all of it at once for the whole folder', async () => {
    edit('CHG-NAME.yaml', 'length: 10', 'length: 40');
    edit('CHG-ADDR.yaml', 'id: EST-EQUIP', 'id: EST-EQIP');
    edit('EST-DIRECT.yaml', 'licenceTermYears: 3', 'licenceTerm: 3');
    edit('EST-DIRECT.yaml', 'review: 20', 'review: 21');
    edit('authority.yaml', 'sealZh:', 'stampZh:');
    const { code, out } = await run('check', folder);
    expect(code).toBe(1);
    expect(out).toMatch(/^159901\/CHG-NAME\.yaml:5 limits\.promised: .*later than the law.*《行政许可法》第四十二条/m);
    expect(out).toMatch(/^159901\/CHG-ADDR\.yaml:5 materials\.EST-EQIP: .*no such line to omit/m);
    expect(out).toMatch(/^159901\/EST-DIRECT\.yaml:7 licenceTerm: .*unknown key/m);
    expect(out).toMatch(/^159901\/EST-DIRECT\.yaml:6 limits\.internal: .*longer than the promise/m);
    expect(out).toMatch(/^159901\/authority\.yaml:\d+ stampZh: .*unknown key "stampZh"$/m);
    expect(out).toMatch(/^\d+ 处要改/m);
  });

  it('answers machines as JSON', async () => {
    const good = JSON.parse((await run('check', folder, '--json')).out) as { ok: boolean; matters: object[] };
    expect([good.ok, good.matters.length]).toEqual([true, 13]);
    edit('CHG-NAME.yaml', 'length: 10', 'length: 40');
    const { code, out } = await run('check', folder, '--json');
    const bad = JSON.parse(out) as { ok: boolean; findings: { file: string; line: number; article: string }[] };
    expect([code, bad.ok]).toEqual([1, false]);
    expect(bad.findings).toEqual([expect.objectContaining({ file: '159901/CHG-NAME.yaml', line: 5 })]);
  });

  it.each([
    ['a folder that is not there', ['check', '/nowhere/159901']],
    ['a folder without an authority file', ['check', 'docs']],
  ])('%s gets one line', async (_, args) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toEqual([expect.stringMatching(/^打不开 .* \/ cannot read it: .*authority\.yaml/)]);
  });

  it('says how it is called', async () => {
    expect(await run('chekc', folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('check <folder>') as string,
    });
  });
});
