import { Day, Text } from './fields.js';

/** The steps after a closure was allowed. */
export class LiquidationDto {
  @Day() completedOn: string;
  @Text(2, 80) madeBy: string;
  @Text(4, 2000) report: string;
}
/** PEL 59(1): refunds to pupils, then wages and social insurance, then other debts. */
export class ClaimsDto {
  @Day() refundsPaidOn: string;
  @Day() wagesPaidOn: string;
  @Day() debtsPaidOn: string;
}
export class LicenceReturnDto {
  @Day() returnedOn: string;
}
export class SealsDto {
  @Day() destroyedOn: string;
  @Text(2, 200) seals: string;
}
export class DeregistrationDto {
  @Day() deregisteredOn: string;
}
