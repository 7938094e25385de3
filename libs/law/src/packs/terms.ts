/** Families of matters: what a matter does to a school decides which steps it shares (docs/how-to/add-a-county.md). */
export const FAMILIES = [
  'establishment',
  'division_merger',
  'change',
  'filing',
  'renewal',
  'closure',
  'ex_officio',
  'inspection',
  'confirmation',
  'tutoring',
] as const;
export type Family = (typeof FAMILIES)[number];

/** 行政权力类型, by the national two-digit code; those that the matters of this system have. */
export const POWER_TYPES = {
  '01': '行政许可',
  '02': '行政处罚',
  '06': '行政检查',
  '07': '行政确认',
  '10': '其他行政权力',
} as const;
export type PowerCode = keyof typeof POWER_TYPES;

/** Facts that an applicant declares and that decide whether a line of the list applies. */
export const CONDITIONS = [
  'donated',
  'joint_sponsors',
  'agent',
  'kindergarten',
  'new_site',
  'same_site',
  'charter_changes',
  'tutoring',
  'closing',
  'sponsor_change',
] as const;
export type MaterialCondition = (typeof CONDITIONS)[number];

/** When a line falls due; only `filing` is asked for with the application. */
export const STAGES_OF_LINE = ['filing', 'closing', 'after_licence'] as const;
export type LineStage = (typeof STAGES_OF_LINE)[number];

/** Evidence lanes of packs: those that the running procedures know, and those of matters that are not open online yet. */
export const PACK_LANES = [
  'education_site',
  'health_site',
  'market_site',
  'hygiene_evaluation',
  'fire_acceptance',
  'structural_safety',
  'name_lookup',
  'layout_plan',
  'registration_lookup',
  'credit_lookup',
  'health_on_record',
  'market_on_record',
  'health_open_cases',
  'market_open_cases',
  'line_department_opinion',
  'classification_opinion',
] as const;
export type PackLane = (typeof PACK_LANES)[number];
