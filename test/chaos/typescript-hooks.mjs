import { readFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ROOT = new URL('../../', import.meta.url).href;

export async function resolve(specifier, context, next) {
  if (!specifier.startsWith('.') || !context.parentURL?.startsWith(`${ROOT}test/`)) return next(specifier, context);
  const { href } = new URL(specifier, context.parentURL);
  if (/^(apps|libs)\//.test(href.slice(ROOT.length))) return next(`${ROOT}dist/${href.slice(ROOT.length)}`, context);
  const source = href.replace(/\.js$/, '.ts');
  return next(existsSync(fileURLToPath(source)) ? source : href, context);
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
