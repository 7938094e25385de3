import { Body, Controller, Get, Param, ParseUUIDPipe, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  compareDates,
  exOfficioFrom,
  isPlainDate,
  plainDateOf,
  type PlainDate,
} from '../../../../libs/law/src/index.js';
import { beginExOfficio, ownInstitutions, ownPreparations, wakeInstitution } from '../../../../libs/cases/src/index.js';
import { Refusal } from '../../../../libs/platform/src/index.js';
import {
  centres,
  centresOf,
  importCentres,
  recordFinding,
  registerEntry,
  type LegacyCentre,
} from '../../../../libs/register/src/index.js';
import { Answers } from '../dto/answers.js';
import { CentresDto } from '../dto/centres.js';
import { TeachingFindingDto } from '../dto/commands.js';
import { BeginDto } from '../dto/ex-officio.js';
import { refusedCommand } from '../http/problem.js';
import { actorOf, ForAudience, OFFICERS, type Visitor } from '../http/audience.js';
import { Tools } from '../tools.js';

const institutionId = () => new ParseUUIDPipe({ exceptionFactory: () => new Refusal('INSTITUTION_NOT_FOUND') });

/** The register (台账) as the bureau works with it. */
@ApiTags('register')
@Controller('api/register')
export class RegisterController {
  constructor(private readonly tools: Tools) {}

  /** One's own institutions, for whoever runs them, and the matters that can be asked for about one. */
  @Get('mine')
  @ForAudience(['sponsor'])
  @Answers(200, 'OwnInstitutions')
  async mine(@Req() request: Visitor) {
    const { sql, clock, workshop } = this.tools;
    const sponsorId = actorOf(request).accountId ?? '';
    const { shelf } = workshop;
    return {
      items: await ownInstitutions(sql, sponsorId, plainDateOf(clock.now()), shelf.readings),
      preparations: await ownPreparations(sql, sponsorId),
      centres: await centresOf(sql, sponsorId),
      changes: shelf.aboutLicences().map(({ pack: { code, nameZh, nameEn } }) => ({ code, nameZh, nameEn })),
    };
  }

  /** Early-childhood centres of the list of before. */
  @Get('centres')
  @ForAudience(OFFICERS)
  @Answers(200, 'Centres')
  async centres() {
    return { items: await centres(this.tools.sql) };
  }

  /** 历史台账导入: all lines or none. A centre that is there already is refused; nothing is recognised by this. */
  @Post('centres')
  @ForAudience(['registrar'])
  @Answers(201, 'Centres')
  async importCentres(@Body() { centres: list }: CentresDto, @Req() request: Visitor) {
    const { clock, workshop } = this.tools;
    const now = clock.now();
    refuseDates(list, plainDateOf(now));
    const by = actorOf(request).accountId ?? '';
    const at = { list: list as LegacyCentre[], region: workshop.shelf.region, by, now };
    return { items: await importCentres(workshop.source, workshop.ids, at) };
  }

  @Get(':id')
  @ForAudience([...OFFICERS, 'educationInspector'])
  @Answers(200, 'RegisterEntry')
  entry(@Param('id', institutionId()) id: string) {
    return this.withBeginnings(id);
  }

  /** 依职权: what nobody applies for is begun here, by the officer whose matter it is. */
  @Post(':id/cases')
  @ForAudience(['registrar', 'reviewer'])
  @Answers(201, 'CommandAnswer')
  async begin(
    @Param('id', institutionId()) institutionId: string,
    @Body() { commandId, matter, ...payload }: BeginDto,
    @Req() request: Visitor,
  ) {
    const { workshop } = this.tools;
    const answer = await beginExOfficio(workshop, {
      ...{ commandId, institutionId, matter, payload },
      actor: actorOf(request),
    });
    if ('refused' in answer) throw refusedCommand(answer);
    return answer;
  }

  /** The entry, and what the bureau may begin for it now: nothing where there never was a licence to end. */
  private async withBeginnings(id: string) {
    const { sql, workshop } = this.tools;
    const entry = await registerEntry(sql, id);
    const beginnings = (entry.licence ? exOfficioFrom(entry.state) : []).map(
      (matter) => workshop.shelf.exOfficio(matter).pack,
    );
    return { ...entry, beginnings: beginnings.map(({ code, nameZh, nameEn }) => ({ code, nameZh, nameEn })) };
  }

  /** 现场核实: what one officer found about teaching there. Two officers who find none make the licence lapse at its end. */
  @Post(':id/teaching-findings')
  @ForAudience(['registrar', 'reviewer', 'educationInspector'])
  @Answers(201, 'RegisterEntry')
  async find(
    @Param('id', institutionId()) id: string,
    @Body() { foundOn, teaching, note }: TeachingFindingDto,
    @Req() request: Visitor,
  ) {
    const { sql, clock, workshop } = this.tools;
    const now = clock.now();
    if (!isPlainDate(foundOn) || compareDates(foundOn, plainDateOf(now)) > 0)
      throw new Refusal('FIELDS_INVALID', { fields: [{ field: 'foundOn', code: 'DATE_OUT_OF_RANGE' }] });
    await registerEntry(sql, id);
    const officerId = actorOf(request).accountId ?? '';
    await recordFinding(sql, workshop.ids, { institutionId: id, officerId, foundOn, teaching, note, now });
    await wakeInstitution(workshop, id);
    return this.withBeginnings(id);
  }
}

/** Recognised in the past, and not beyond the day on which it began. */
function refuseDates(list: readonly { recognisedOn: string; validUntil: string }[], today: PlainDate): void {
  const fields = list.flatMap(({ recognisedOn, validUntil }, i) => [
    ...(isPlainDate(recognisedOn) && compareDates(recognisedOn, today) <= 0
      ? []
      : [{ field: `centres[${i}].recognisedOn`, code: 'DATE_OUT_OF_RANGE' }]),
    ...(isPlainDate(validUntil) && validUntil >= recognisedOn
      ? []
      : [{ field: `centres[${i}].validUntil`, code: 'DATE_OUT_OF_RANGE' }]),
  ]);
  if (fields.length > 0) throw new Refusal('FIELDS_INVALID', { fields });
}
