import { readFileSync } from 'node:fs';

const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
  paths: Record<string, Record<string, unknown>>;
};

/** The templates of a method, as the OpenAPI document has them. */
export const publishedRoutes = (method: string): string[] => Object.keys(paths).filter((path) => paths[path]?.[method]);

/** The template that a request meets: a fixed word before a parameter. */
export function templateOf(method: string, url: string): string {
  const path = url.split('?')[0] ?? '';
  const fitting = publishedRoutes(method.toLowerCase()).filter((template) =>
    new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  const holes = (template: string): number => template.split('{').length;
  return fitting.sort((a, b) => holes(a) - holes(b))[0] ?? path;
}
