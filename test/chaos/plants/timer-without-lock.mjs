// Planted: a case that is woken is read without being locked, and the waker dawdles until somebody has moved the case.
import { register } from 'node:module';

register('./exchange.mjs', import.meta.url, {
  data: [
    {
      module: '/dist/libs/cases/src/handle.js',
      piece: 'const before = await openFile(sql, caseId, workshop, true);',
      by: `const before = await openFile(sql, caseId, workshop, false);
        for (const until = Date.now() + 2000; Date.now() < until; ) {
          const [now] = await sql.query('select version from licensing_case where id = $1', [caseId]);
          if (now?.version !== before.row.version) break;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }`,
    },
  ],
});
