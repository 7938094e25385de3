import { SETTINGS, settingValues } from '../../../libs/platform/src/settings/index.js';
import { assumptionsOf, DECISIONS, OPEN_POINTS, readingRows, type Assumption } from '../../../libs/law/src/index.js';
import type { Tools } from './tools.js';

/** What the bureau still has to confirm (待教育局确认), and the settings that are no secret. */
export function settingsView({ workshop, settings }: Tools) {
  const values = settingValues(settings);
  return {
    assumptions: [
      ...onlyOnce([...workshop.shelf.published.values()].flatMap(({ pack }) => assumptionsOf(pack))),
      ...readingRows(workshop.shelf),
      ...OPEN_POINTS,
      ...DECISIONS,
    ],
    settings: SETTINGS.filter(({ secret }) => !secret).map(({ name, zh, en }) => ({
      name,
      value: values[name] ?? '',
      zh,
      en,
    })),
  };
}

/** What the authority says stands in every pack of the county. */
function onlyOnce(rows: readonly Assumption[]): Assumption[] {
  const said = new Set<string>();
  return rows.filter(({ subject, nameZh }) => {
    const key = `${subject} ${nameZh}`;
    return !said.has(key) && said.add(key);
  });
}
