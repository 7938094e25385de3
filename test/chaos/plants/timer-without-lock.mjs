// Planted: an alarm that goes off reads its case without locking it, and takes its time.
import { register } from 'node:module';

register('./exchange.mjs', import.meta.url, {
  data: [
    {
      module: '/dist/libs/cases/src/handle.js',
      piece: 'export async function wake(workshop, caseId) {',
      by: 'export async function wake(workshop, caseId, takesMs = 0) {',
    },
    {
      module: '/dist/libs/cases/src/handle.js',
      piece: 'const before = await openFile(sql, caseId, workshop, true);',
      by: `const before = await openFile(sql, caseId, workshop, false);
        await new Promise((resolve) => setTimeout(resolve, takesMs));`,
    },
    {
      module: '/dist/libs/jobs/src/handlers.js',
      piece: 'await wake(workshop, caseId);',
      by: 'await wake(workshop, caseId, 3000);',
    },
  ],
});
