// Planted: an alarm that goes off reads its case without locking it, and takes its time.
import { register } from 'node:module';

register('./exchange.mjs', import.meta.url, {
  data: {
    module: '/dist/libs/cases/src/handle.js',
    piece: 'const before = await openFile(sql, caseId, workshop, true);',
    by: `const before = await openFile(sql, caseId, workshop, false);
        await new Promise((resolve) => setTimeout(resolve, 400));`,
  },
});
