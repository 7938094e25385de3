import { licensed as licensedEn } from './en/licensed.js';
import { filings as filingsEn } from './en/filings.js';
import { centres as centresEn } from './en/centres.js';
import { closure as closureEn } from './en/closure.js';
import { succession as successionEn } from './en/succession.js';
import { tutoring as tutoringEn } from './en/tutoring.js';
import { endings as endingsEn } from './en/endings.js';
import { formal as formalEn } from './en/formal.js';
import { coSignature as coSignatureEn } from './en/co-signature.js';
import { addWords } from './web.js';
import { licensed } from './zh-CN/licensed.js';
import { filings } from './zh-CN/filings.js';
import { centres } from './zh-CN/centres.js';
import { closure } from './zh-CN/closure.js';
import { succession } from './zh-CN/succession.js';
import { tutoring } from './zh-CN/tutoring.js';
import { endings } from './zh-CN/endings.js';
import { formal } from './zh-CN/formal.js';
import { coSignature } from './zh-CN/co-signature.js';

/** The words of the forms about a licence, of filings, closures and tutoring; the first question needs none of them. */
addWords({
  zh: {
    ...licensed,
    ...filings,
    ...closure,
    ...tutoring,
    ...formal,
    ...coSignature,
    ...centres,
    ...succession,
    ...endings,
  },
  en: {
    ...licensedEn,
    ...filingsEn,
    ...closureEn,
    ...tutoringEn,
    ...formalEn,
    ...coSignatureEn,
    ...centresEn,
    ...successionEn,
    ...endingsEn,
  },
});
