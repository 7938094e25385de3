// Planted: rows of the outbox are written after the commit of what they tell of, in a transaction of their own.
import { register } from 'node:module';

register('./exchange.mjs', import.meta.url, {
  data: [
    {
      module: '/dist/libs/platform/src/database/transaction.js',
      piece: 'export async function inTransaction(source, work) {',
      by: `export async function inTransaction(source, work) {
  const later = [];
  const done = await inTransactionAsShipped(source, (sql) => work({
    query: (...asked) => sql.query(...asked),
    send: (text, parameters) => /^\\s*insert into outbox\\b/i.test(text) ? void later.push([text, parameters]) : sql.send(text, parameters),
  }));
  if (later.length > 0) setTimeout(() => inTransactionAsShipped(source, async (sql) => { for (const row of later) sql.send(...row); }).catch(() => undefined), 100);
  return done;
}
async function inTransactionAsShipped(source, work) {`,
    },
  ],
});
