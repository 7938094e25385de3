import { Day, ListOf, Text } from './fields.js';

/** One line of the list of before. */
export class LegacyCentreDto {
  @Text(2, 60) number: string;
  @Text(4, 60) name: string;
  @Text(6, 200) address: string;
  /** The login of whoever runs it. */
  @Text(1, 80) operator: string;
  @Text(2, 40) head: string;
  @Day() recognisedOn: string;
  @Day() validUntil: string;
}
export class CentresDto {
  @ListOf(() => LegacyCentreDto, 1, 200) centres: LegacyCentreDto[];
}
