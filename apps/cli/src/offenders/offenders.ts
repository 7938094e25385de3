import { readSettings } from '../../../../libs/platform/src/settings/index.js';
import { LEAST_ATTEMPTS } from './offence.js';
import { OFFENDERS } from './rules/index.js';
import { Stage } from './stage.js';

interface Finding {
  rule: number;
  name: string;
  attempts: number;
  broken: number;
}

/** Plays determined offenders against a running demo system; a rule that was broken, or hardly tried, is a failure. */
export async function offenders(args: string[]): Promise<number> {
  const url = valueOf(args, '--url') ?? `http://127.0.0.1:${readSettings(process.env).port}`;
  const only = valueOf(args, '--rule');
  const findings: Finding[] = [];
  for (const { rule, name, offend } of OFFENDERS.filter((one) => !only || String(one.rule) === only)) {
    const attempts = await offend(new Stage(url));
    const broken = attempts.filter(({ broke }) => broke);
    findings.push({ rule, name, attempts: attempts.length, broken: broken.length });
    process.stderr.write(`${rule} ${name}: ${attempts.length} attempts, ${broken.length} broken\n`);
    for (const { what } of broken) process.stderr.write(`  broken: ${what}\n`);
  }
  if (args.includes('--json')) process.stdout.write(`${JSON.stringify(findings)}\n`);
  return findings.length > 0 && findings.every(({ attempts, broken }) => broken === 0 && attempts >= LEAST_ATTEMPTS)
    ? 0
    : 1;
}

const valueOf = (args: readonly string[], name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args[at + 1];
};
