/** What was answered so far; `stage` only for schools, a kindergarten has one. */
export interface Triage {
  what?: string;
  stage?: string;
  nature?: string;
  assets?: boolean;
  sponsors?: boolean;
}
export type Step = 'what' | 'stage' | 'nature' | 'assets' | 'sponsors' | 'elsewhere' | 'result';

/** The way through the questions. What this system does not handle leads to people who do. */
export function stepsOf({ what }: Triage): readonly Step[] {
  if (what === 'school') return ['what', 'stage', 'elsewhere'];
  if (what === 'tutoring') return ['what', 'elsewhere'];
  return ['what', 'nature', 'assets', 'sponsors', 'result'];
}

export const pathOf = (step: Step): string => (step === 'what' ? '/apply' : `/apply/${step}`);
