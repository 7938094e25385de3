import { SETTINGS, settingValues } from '../../../libs/platform/src/settings/index.js';
import type { MatterPack } from '../../../libs/law/src/index.js';
import type { Tools } from './tools.js';

interface Assumption {
  subject: string;
  nameZh: string;
  nameEn: string;
  value: string;
  where: string;
}

/** What the bureau still has to confirm (待教育局确认), and the settings that are no secret. */
export function settingsView({ workshop, settings }: Tools) {
  const values = settingValues(settings);
  return {
    assumptions: [...workshop.shelf.published.values()].flatMap(({ pack }) => assumptionsOf(pack)),
    settings: SETTINGS.filter(({ secret }) => !secret).map(({ name, zh, en }) => ({
      name,
      value: values[name] ?? '',
      zh,
      en,
    })),
  };
}

/** Everything in a pack that rests on an assumption or on common practice and not on the law. */
function assumptionsOf(pack: MatterPack): Assumption[] {
  const where = `libs/law/packs/${pack.authority.region}/${pack.code}.yaml`;
  const row = (nameZh: string, nameEn: string, value: string, at = where): Assumption => ({
    subject: pack.code,
    nameZh,
    nameEn,
    value,
    where: at,
  });
  const { promised, correctionPeriod, internal } = pack.limits;
  const authority = `libs/law/packs/${pack.authority.region}/authority.yaml`;
  return [
    row('承诺时限', 'Promised limit', `${promised.length} ${promised.unit}`),
    row('补正期限', 'Correction period', `${correctionPeriod.length} ${correctionPeriod.unit}`),
    row('内部时限', 'Internal limits', `${internal.review} + ${internal.legality} + ${internal.decision} working_day`),
    row('许可证有效期', 'Term of the licence', `${pack.licenceTermYears} year`),
    row('开办资金最低额', 'Least opening funds', `${pack.requiredCapitalYuan} CNY`),
    row('服务热线', 'Hot line', pack.authority.hotline, authority),
    row('办公地点', 'Office', pack.authority.officeZh, authority),
    row('管辖法院', 'Court', pack.authority.court, authority),
    ...pack.materials
      .filter(({ confidence }) => confidence !== 'law')
      .map(({ id, nameZh, nameEn, confidence }) => row(`${id} ${nameZh}`, `${id} ${nameEn}`, confidence)),
  ];
}
