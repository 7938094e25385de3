import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CountyFiles, PackFile } from '../../law/src/index.js';

/** Files of a folder that are not matters. */
const NO_MATTERS = new Set(['materials.yaml', 'lanes.yaml', 'authority.yaml']);

/**
 * The files of a county as they lie on the disk; nothing is judged here.
 * @param national the folder of the national base
 * @param county the folder of the county: authority.yaml and a file for each matter in which it differs
 * @throws Error with one line when a folder or its authority file cannot be read
 */
export function readCountyFiles(national: string, county: string): CountyFiles {
  return {
    national: {
      materials: read(national, 'materials.yaml'),
      lanes: read(national, 'lanes.yaml'),
      matters: mattersIn(national),
    },
    authority: read(county, 'authority.yaml'),
    overlays: mattersIn(county),
  };
}

function mattersIn(folder: string): PackFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !NO_MATTERS.has(name))
    .sort()
    .map((name) => read(folder, name));
}

function read(folder: string, name: string): PackFile {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`找不到文件 / no such file: ${path}`);
  return { path: `${basename(folder)}/${name}`, text: readFileSync(path, 'utf8') };
}
