import { conditionsOf, type MatterPack, type OnlineForm } from '../../../../libs/law/src/index.js';
import { Zh } from './parts.js';
import { cited, type Words } from './words.js';

/** What must be so before anything can be granted: checked by the form where there is one, else as the pack says it. */
export function Conditions({ t, pack }: { t: Words; pack: MatterPack }) {
  return pack.onlineForm ? <CheckedByTheForm t={t} pack={pack} form={pack.onlineForm} /> : <Said t={t} pack={pack} />;
}

function CheckedByTheForm({ t, pack, form }: { t: Words; pack: MatterPack; form: OnlineForm }) {
  const capital = (pack.requiredCapitalYuan ?? 0).toLocaleString('en-US');
  return (
    <>
      <p>{t('page.guide.conditionsLead')}</p>
      <ul className="lines">
        {conditionsOf(form).map(({ code, article }) => (
          <li key={code}>
            {t.code('page.condition', code, { capital })}
            <span className="basis">
              <Zh t={t}>{article.zh}</Zh>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Said({ t, pack }: { t: Words; pack: MatterPack }) {
  return (
    <ul className="lines">
      {pack.preconditions.map(({ zh, en, basis }) => (
        <li key={zh}>
          {t.language === 'zh' ? zh : en}
          <span className="basis">
            <Zh t={t}>{cited(basis)}</Zh>
          </span>
        </li>
      ))}
    </ul>
  );
}
