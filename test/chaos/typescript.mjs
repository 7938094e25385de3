// node --import ./test/chaos/typescript.mjs <file>.ts: what lies under test/ is translated as it is loaded; apps and libs
// come from the build, as they are shipped.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
