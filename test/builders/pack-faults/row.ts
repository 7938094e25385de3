/** One row a fault: the county folder with exactly this one thing wrong in it. */
export interface Row {
  fault: string;
  /** The file that is changed, and what in it. */
  in: string;
  from: string | RegExp;
  to: string;
  /** Where the finding is: a text of the changed file, or of another one. */
  at: string;
  file?: string;
  message: RegExp;
  article?: RegExp;
}
export const national = (code: string): string => `national/${code}.yaml`;
