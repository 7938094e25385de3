import { cite, type MatterPack } from '../../libs/law/src/index.js';
import { extension } from '../../libs/procedures/src/fragments/extension.js';
import { preparationConfig } from '../../libs/procedures/src/preparation/machine.js';
import { procedure, type Procedure } from '../../libs/procedures/src/procedure.js';
import type { AnyProcedureConfig } from '../../libs/procedures/src/vocabulary.js';

/**
 * A matter of twenty working days (ALL 42(1)): no such matter runs yet. Its chart is that of the preparation with the
 * other clock and the step that its law knows; its pack is the given one with the other limit.
 */
export function twentyDayMatter(base: MatterPack): { pack: MatterPack; chart: Procedure } {
  const article = cite('ALL 42(1), 82');
  const extended = { length: 10, unit: 'working_day' as const, approver: 'head_of_agency' as const, article };
  const statutory = {
    length: 20,
    unit: 'working_day' as const,
    article,
    unitConfidence: 'law' as const,
    extension: extended,
    joint: null,
  };
  const pack = { ...base, limits: { ...base.limits, statutory } };
  const config = structuredClone(preparationConfig) as Chart;
  const { ACCEPTED } = config.states.PENDING.states;
  ACCEPTED.meta = { clocks: ['promised_decision', 'decision_default'] };
  ACCEPTED.on = { ...ACCEPTED.on, ...extension };
  const input = { lanes: [], situations: [[]], grounds: [], reChecks: 2 };
  return { pack, chart: procedure('twenty-days', config as unknown as AnyProcedureConfig, input) };
}

interface Chart {
  states: { PENDING: { states: { ACCEPTED: { meta: object; on: object } } } };
}
