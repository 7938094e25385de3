import { Office } from '../year/office.js';
import { multiply } from './multiply.js';
import { Samples } from './samples.js';

/** An empty database, by three doors. */
export interface EmptyDatabase {
  ownerUrl: string;
  appUrl: string;
  superuserUrl: string;
}

/**
 * Fills an empty database with n cases in all states and ten thousand institutions: some dozens made by real commands,
 * the rest copied from them.
 */
export async function seed(database: EmptyDatabase, n: number): Promise<void> {
  const office = await Office.open(database);
  const samples = await new Samples(office).play().finally(() => office.close());
  await multiply(database.superuserUrl, samples, n);
}
