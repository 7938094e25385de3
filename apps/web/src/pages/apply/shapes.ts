/** A row of cells as typed. */
type Row = Readonly<Record<string, unknown>>;

/** The cells of an answer whose first cell decides what else it has; the server refuses any other. */

const OF_CHANGE: Readonly<Record<string, readonly string[]>> = {
  name: ['newName'],
  address: ['newAddress', 'areaSquareMetres', 'traineesAtOnce'],
  sponsor: [],
  closing: ['announcedOn', 'announcedIn', 'closingOn', 'prepaidBalanceYuan'],
};
export const cellsOfChange = ({ what }: Row): string[] => ['what', ...(OF_CHANGE[String(what)] ?? [])];

const OF_KIND: Readonly<Record<string, readonly string[]>> = {
  KG: ['stage'],
  'PS-PRI-JUN': ['stage'],
  'PS-SEN': ['stage'],
  'TRN-NON': ['trainingField', 'traineesAtOnce'],
};
export const cellsOfKind = ({ institutionType: type }: Row): string[] => [
  'institutionType',
  ...(OF_KIND[String(type)] ?? []),
];

const OF_CONVERSION: Readonly<Record<string, readonly string[]>> = {
  kindergarten: ['kindergartenLicence'],
  nursery: ['nurseryFiling'],
};
export const cellsOfConversion = ({ into }: Row): string[] => [
  'into',
  ...(OF_CONVERSION[String(into)] ?? []),
  'children',
  'placed',
];

/** What was typed before the choice was changed stands aside: it is not sent. */
export function standsAsideOf(field: string, row: Row, key: string): boolean {
  if (field === 'tutoringChange') return !cellsOfChange(row).includes(key);
  if (field === 'conversion') return !cellsOfConversion(row).includes(key);
  return field === 'newKind' && !cellsOfKind(row).includes(key);
}
