// Planted: rows of the outbox are written after the commit of what they tell of, in a transaction of their own.
import { register } from 'node:module';

register('./exchange.mjs', import.meta.url, {
  data: [
    {
      module: '/dist/libs/platform/src/database/connection.js',
      piece: 'export async function inTransaction(source, work) {',
      by: `export async function inTransaction(source, work) {
  const later = [];
  const done = await inTransactionAsShipped(source, (sql) => work({
    query: (text, parameters) => /^\\s*insert into outbox\\b/i.test(text) ? (later.push([text, parameters]), Promise.resolve([])) : sql.query(text, parameters),
  }));
  if (later.length > 0) setTimeout(async () => { for (const row of later) await sqlOf(source).query(...row).catch(() => undefined); }, 100);
  return done;
}
async function inTransactionAsShipped(source, work) {`,
    },
  ],
});
