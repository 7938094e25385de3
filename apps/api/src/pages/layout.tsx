import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { say, type Language } from '../../../../libs/platform/src/index.js';

/** Plain pages until the faces come (next release): tokens of ux.md, readable without JavaScript and without a web font. */
const STYLE = `
:root{--ink:#1A1F26;--ink2:#454D59;--ink3:#5F6875;--blue:#1B4F8F;--line:#D9DEE5;--control:#7A8492;--page:#F6F7F9;--seal:#A8261D}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--ink);font:18px/1.65 "PingFang SC","HarmonyOS Sans SC","MiSans","Source Han Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--blue)}.skip{position:absolute;left:-999px}.skip:focus{left:16px;top:8px;background:#fff;padding:8px}
:focus-visible{outline:3px solid #0B2545;box-shadow:0 0 0 6px #FFD43B}
header,main,footer{max-width:1000px;margin:0 auto;padding:16px}header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center}header a{display:inline-flex;align-items:center;min-height:48px}
.brand{font-weight:700;font-size:20px;text-decoration:none;color:var(--ink);margin-right:auto}@media(max-width:600px){header .brand{flex:1 1 100%}}@media(min-width:601px){td:nth-child(2),td:nth-child(3),th{white-space:nowrap}}.demo{background:#FFF3DC;color:#8A4B00;padding:8px 16px;text-align:center}
main{background:#fff;border:1px solid var(--line);border-radius:10px;padding:24px 16px}@media(min-width:768px){main{padding:40px 48px}}
h1{font-size:28px;line-height:1.35;margin:0 0 24px}h2{font-size:22px;margin:40px 0 12px}p,li{max-width:34em}
.doors{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(220px,1fr));padding:0;list-style:none}.doors a{display:block;border:1px solid var(--control);border-radius:10px;padding:20px;min-height:96px;text-decoration:none;font-size:22px;font-weight:700}.doors span{display:block;font-size:16px;font-weight:400;color:var(--ink2)}
form{display:flex;flex-wrap:wrap;gap:12px;align-items:end}label{font-weight:700;flex:1 1 100%}input{flex:1 1 240px;min-height:48px;font:inherit;border:1px solid var(--control);border-radius:6px;padding:8px 12px}button{min-height:48px;font:inherit;font-weight:700;background:var(--blue);color:#fff;border:0;border-radius:6px;padding:8px 24px}
dl{display:grid;grid-template-columns:minmax(7em,auto) 1fr;gap:8px 24px;margin:0}dt{color:var(--ink2)}dd{margin:0;overflow-wrap:anywhere}
.card{border:1px solid var(--line);border-radius:10px;padding:20px;margin:16px 0}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:16px}th,td{border-bottom:1px solid var(--line);padding:12px 8px;text-align:left;vertical-align:top}th{color:var(--ink2)}
@media(max-width:600px){table,tbody,tr,td{display:block}thead{position:absolute;left:-999px}tr{border:1px solid var(--line);border-radius:10px;margin:12px 0;padding:8px 12px}td{border:0;padding:4px 0}td::before{content:attr(data-label) "：";color:var(--ink2)}dl{grid-template-columns:1fr;gap:2px}dd{margin-bottom:8px}}
footer{color:var(--ink3);font-size:16px}@media print{header,footer,form{display:none}main{border:0}}
`;

interface Frame {
  title: string;
  language: Language;
  demo: boolean;
  path: string;
  children: ReactNode;
}

function Page({ title, language, demo, path, children }: Frame) {
  const other = language === 'zh' ? 'en' : 'zh';
  const lang = language === 'zh' ? '' : '?lang=en';
  return (
    <html lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${say(language, 'page.title')}`}</title>
        <style dangerouslySetInnerHTML={{ __html: STYLE }} />
      </head>
      <body>
        <a className="skip" href="#content">
          {say(language, 'page.skip')}
        </a>
        {demo && <div className="demo">{say(language, 'page.demo')}</div>}
        <header>
          <a className="brand" href={`/${lang}`}>
            {say(language, 'page.title')}
          </a>
          <a href={`/guides${lang}`}>{say(language, 'page.guides.title')}</a>
          <a href={`/check${lang}`}>{say(language, 'page.check.title')}</a>
          <a href={`/notices${lang}`}>{say(language, 'page.notices.title')}</a>
          <a href={`${path}${path.includes('?') ? '&' : '?'}lang=${other}`} lang={other === 'zh' ? 'zh-CN' : 'en'}>
            {say(language, 'page.language')}
          </a>
        </header>
        <main id="content">
          <h1>{title}</h1>
          {children}
        </main>
        <footer>{say(language, 'page.title')}</footer>
      </body>
    </html>
  );
}

/** A whole page as text. */
export const renderPage = (frame: Frame): string => `<!doctype html>${renderToStaticMarkup(<Page {...frame} />)}`;
