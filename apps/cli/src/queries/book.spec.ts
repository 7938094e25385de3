import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { queryBook } from './book.js';
import { laidOut } from './layout.js';
import { statementsOf } from './statements.js';
import { sendable, written } from './text.js';

it('docs/queries.sql has every statement of the code: run `npm run cli -- queries`', () => {
  expect(readFileSync('docs/queries.sql', 'utf8')).toBe(queryBook(process.cwd()));
});

describe('reading statements out of code', () => {
  const reading = (code: string) => {
    const root = mkdtempSync(join(tmpdir(), 'queries-'));
    mkdirSync(join(root, 'libs'));
    mkdirSync(join(root, 'apps/api'), { recursive: true });
    writeFileSync(join(root, 'libs/x.ts'), code);
    const { statements, unsent } = statementsOf(root);
    rmSync(root, { recursive: true });
    return {
      written: statements.map(({ text }) => written(text)),
      sendable: () => statements.map(({ text }) => sendable(text)),
      unsent,
    };
  };

  it('puts constants and functions in their places', () => {
    const code = `const COLUMNS = 'a, b'; const of = (x: string) => \`x = \${x}\`;
      export const f = (sql) => sql.query(\`select \${COLUMNS} from t where \${of('$1')}\`);`;
    expect(reading(code).written).toEqual(['select a, b from t where x = $1']);
  });

  it('follows a parameter to each caller', () => {
    const code = `const f = (sql, table: string, lock = false) => sql.query(\`select 1 from \${table}\${lock ? ' for update' : ''}\`);
      f(s, 'a'); f(s, 'b', true);`;
    expect(reading(code).written).toEqual(['select 1 from a', 'select 1 from b for update']);
  });

  it('knows conditions that may be there or not, and numbers their parameters', () => {
    const code = `export function f(sql, q, p) { const parameters = [1]; const where = ['a = $1'];
      const add = (value) => \`$\${parameters.push(value)}\`;
      if (q) where.push(\`b = \${add(q)}\`); if (p) where.push(\`c = \${add(p)}\`);
      return sql.query(\`select 1 from t where \${where.join(' and ')} limit \${add(5)}\`); }`;
    const read = reading(code);
    expect(read.written).toEqual(['select 1 from t where a = $1 [and b = $n] [and c = $n] limit $n']);
    expect(read.sendable()).toEqual([
      [
        'select 1 from t where a = $1 limit $2',
        'select 1 from t where a = $1 and b = $2 limit $3',
        'select 1 from t where a = $1 and c = $2 limit $3',
        'select 1 from t where a = $1 and b = $2 and c = $3 limit $4',
      ],
    ]);
  });

  it('says what it does not know, and which SQL nobody seems to send', () => {
    const code = `const LOST = 'delete from t where id = $1'; export const f = (sql, n) => sql.query('select ' + read(n));`;
    expect(reading(code)).toMatchObject({ written: ['select ‹read(n)›'], unsent: [expect.stringContaining('LOST')] });
  });
});

it('a clause has a line of its own, a question within stands further in', () => {
  expect(
    laidOut("select a, (select max(b) from u where u.id = t.id) as b from t left join v on true where c = 'x from y'"),
  ).toBe(
    "select a, (select max(b)\n  from u\n  where u.id = t.id) as b\nfrom t\nleft join v on true\nwhere c = 'x from y'",
  );
});

it('no statement is made by a library: nothing but plain SQL goes to the database', () => {
  const made =
    /\.(createQueryBuilder|getRepository|getTreeRepository)\(|\bRepository<|\bEntityManager\b.*\.(save|find|insert)\(/;
  const sources = ['libs', 'apps/api'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const offenders = sources.filter((path) => /(?<!\.d)\.tsx?$/.test(path) && made.test(readFileSync(path, 'utf8')));
  expect(offenders).toEqual([]);
});
