import { ANNUAL_RESULTS, type AnnualResult } from '../../../../libs/law/src/index.js';
import { Choice, Day, Id, Text, Whole } from './fields.js';

/** What the bureau begins by itself rests on. */
export class OpeningDto {
  @Text(4, 2000) reasons: string;
  @Text(2, 60, { optional: true, description: 'of an offence: short form, e.g. PEL 62' }) article?: string;
  @Text(4, 80, { optional: true, description: 'of an insolvency: the court' }) court?: string;
  @Text(4, 80, { optional: true, description: 'of an insolvency: the number of its ruling' }) rulingNumber?: string;
  @Day({ optional: true }) ruledOn?: string;
}
export class BeginDto extends OpeningDto {
  @Id() commandId: string;
  @Text(2, 30) matter: string;
}
export class PlacementDto {
  @Whole(0, 20_000) pupils: number;
  @Whole(0, 20_000) placed: number;
  @Day() placedOn: string;
}
/** PNL 42: whoever records it, and a colleague. */
export class InvestigationDto {
  @Id() colleague: string;
  @Text(4, 4000) facts: string;
}
export class RectificationDto {
  @Text(4, 2000) findings: string;
  @Day() rectifyBy: string;
}
export class ConclusionDto {
  @Choice(ANNUAL_RESULTS) result: AnnualResult;
  @Text(0, 2000, { optional: true, description: 'wherever the result is not the best one' }) reasons?: string;
}
