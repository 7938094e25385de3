/**
 * The one condition that keeps a case from a person who must stay away from it (CSL 76): every query that shows a case or
 * acts on one has it. Whatever it is joined to, the case then does not exist for them.
 * @param caseId SQL of the case's id @param account SQL of the account's id
 */
export const notRecused = (caseId: string, account: string): string =>
  `not exists (select 1 from recusal rc where rc.case_id = ${caseId} and rc.account_id = ${account})`;
