import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useSearchParams } from 'wouter';
import type { CaseView } from '../../api.js';
import { Button, ButtonLink, Heading, Select, Tag } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { BackLink } from './back-link.js';
import { FilePick, SendingState } from './file-pick.js';
import { guessLine } from './match.js';
import { PaperSlot } from './paper-slot.js';
import { backPath } from './questions.js';
import { type Material } from './use-case.js';
import { useUpload } from './use-upload.js';
import { backWords } from './words.js';
import { WithCase } from './with-case.js';

/** Upload and match: many files at once, each tied to its line; what is missing stands on top. */
export function PapersPage({ params: { id = '' } }: { params: Record<string, string | undefined> }) {
  return <WithCase id={id}>{(view) => <Papers view={view} />}</WithCase>;
}

function Papers({ view }: { view: CaseView }) {
  const t = useSay();
  const [search] = useSearchParams();
  const back = search.get('back');
  const uploads = useUpload(view.id);
  const lines = view.materials.filter(({ source, applicable }) => source === 'upload' && applicable);
  useEffect(() => leadToLine(), []);
  return (
    <>
      <BackLink to={backPath(view.id, back)}>{backWords(t, back)}</BackLink>
      <Heading>{t('apply.papers.title')}</Heading>
      <Missing lines={lines} />
      <Chosen lines={lines} uploads={uploads} />
      <h2>{t('apply.papers.lines')}</h2>
      <ul className="plain lines papers">
        {lines.map((line) => (
          <PaperLine key={line.lineId} line={line} uploads={uploads} />
        ))}
      </ul>
      <div className="actions">
        <ButtonLink to={back ? backPath(view.id, back) : `/cases/${view.id}/draft/answers`}>
          {t(back ? 'apply.saveAndBack' : 'apply.papers.next')}
        </ButtonLink>
      </div>
    </>
  );
}

function leadToLine(): void {
  const line = document.getElementById(window.location.hash.slice(1));
  line?.scrollIntoView({ block: 'start' });
  line?.querySelector<HTMLElement>('input')?.focus();
}

function Missing({ lines }: { lines: readonly Material[] }) {
  const t = useSay();
  const missing = lines.filter(({ fileId }) => fileId === null);
  const main = missing.filter(({ role }) => role === 'main');
  const others = missing.length - main.length;
  return (
    <div className={main.length > 0 ? 'note' : 'note good'} role="status">
      <p>
        <strong>{main.length > 0 ? t('apply.papers.missing', { n: main.length }) : t('apply.papers.whole')}</strong>
        {others > 0 && ` ${t('apply.papers.others', { n: others })}`}
      </p>
      {main.length > 0 && (
        <details>
          <summary>{t('apply.papers.which')}</summary>
          <ul>
            {main.map((line) => (
              <li key={line.lineId}>
                <a href={`#line-${line.lineId}`}>{t.called(line)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function PaperLine({ line, uploads }: { line: Material; uploads: ReturnType<typeof useUpload> }) {
  const t = useSay();
  return (
    <li id={`line-${line.lineId}`}>
      <div className="asked">
        <h3>{t.called(line)}</h3>
        <p className="line-tags">
          {line.fileId ? (
            <Tag kind="done">{t('apply.papers.have')}</Tag>
          ) : (
            <Tag kind={line.role === 'main' ? 'near' : 'plain'}>{t('apply.papers.none')}</Tag>
          )}
          <span className="small muted">{t(`material.role.${line.role}` as 'material.role.main')}</span>
        </p>
        {line.verdict === 'deficient' && !line.changed && (
          <p className="note warn" lang="zh-CN">
            {line.reason}
          </p>
        )}
        <p className="small">
          {t('apply.papers.sample')}
          {t.sample(line)}
        </p>
      </div>
      <PaperSlot line={line} uploads={uploads} />
    </li>
  );
}

interface ChosenFile {
  key: string;
  file: File;
  lineId: string;
}

/** Files chosen or dropped, each with the line it seems to belong to; they go up when people say so. */
function Chosen({ lines, uploads }: { lines: readonly Material[]; uploads: ReturnType<typeof useUpload> }) {
  const t = useSay();
  const [files, setFiles] = useState<readonly ChosenFile[]>([]);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const count = useRef(0);
  const add = (picked: File[]): void =>
    setFiles((all) => [...all, ...picked.map((file) => matched(file, `file-${(count.current += 1)}`, lines, all))]);
  const tie = (key: string, lineId: string): void =>
    setFiles((all) => all.map((one) => (one.key === key ? { ...one, lineId } : one)));
  const drop = (key: string): void => setFiles((all) => all.filter((one) => one.key !== key));
  const ready = files.filter(({ lineId }) => lineId !== '');
  const sendAll = async (): Promise<void> => {
    setBusy(true);
    for (const { key, file, lineId } of ready) if (await uploads.send(key, lineId, file)) drop(key);
    setBusy(false);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`drop${over ? ' over' : ''}`}
      aria-labelledby="drop-title"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <h2 id="drop-title">{t('apply.papers.many')}</h2>
      <p className="small muted">{t('apply.papers.manyHint')}</p>
      <FilePick name="files" label={t('apply.papers.choose')} multiple big onPick={add} />
      <p className="small muted">{t('file.rules')}</p>
      {files.length > 0 && (
        <ul className="plain lines">
          {files.map((one) => (
            <li key={one.key}>
              <strong>{one.file.name}</strong>
              <SendingState sending={uploads.at(one.key)} name={one.file.name} />
              <Select
                name={one.key}
                label={t('apply.papers.tie')}
                value={one.lineId}
                options={lines.map((line) => ({ value: line.lineId, label: optionName(t, line) }))}
                onChange={(lineId) => tie(one.key, lineId)}
              />
              <Button kind="quiet" onClick={() => drop(one.key)}>
                {t('apply.papers.drop', { name: one.file.name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {ready.length > 0 && (
        <Button big busy={busy} onClick={() => void sendAll()}>
          {t('apply.papers.send', { n: ready.length })}
        </Button>
      )}
      {files.length > ready.length && (
        <p className="small">{t('apply.papers.untied', { n: files.length - ready.length })}</p>
      )}
    </section>
  );
}

const optionName = (t: ReturnType<typeof useSay>, line: Material): string =>
  line.fileId ? t('apply.papers.replaces', { name: t.called(line) }) : t.called(line);

/** A guess is offered once: not for a line that has its file, nor for one that another chosen file is for. */
function matched(file: File, key: string, lines: readonly Material[], others: readonly ChosenFile[]): ChosenFile {
  const free = lines.filter(({ fileId, lineId }) => fileId === null && !others.some((one) => one.lineId === lineId));
  return { key, file, lineId: guessLine(file.name, free) ?? '' };
}
