import { useSay } from '../../say.js';
import { FilePick, SendingState } from './file-pick.js';
import type { Material } from './use-case.js';
import type { useUpload } from './use-upload.js';

/** The place of one material: what is there, and a way to put or replace it. */
export function PaperSlot({ line, uploads }: { line: Material; uploads: ReturnType<typeof useUpload> }) {
  const t = useSay();
  const name = t.called(line);
  const { lineId, fileId, fileName } = line;
  return (
    <div className="slot">
      {fileId && (
        <p>
          <a href={`/api/files/${fileId}`} target="_blank" rel="noreferrer">
            {fileName}
          </a>
        </p>
      )}
      <SendingState sending={uploads.at(lineId)} name={name} />
      <FilePick
        name={`materials.${lineId}`}
        label={t(fileId ? 'apply.upload.replace' : 'file.choose')}
        spoken={t(fileId ? 'apply.upload.replaceFor' : 'apply.upload.chooseFor', { name })}
        onPick={([file]) => file && void uploads.send(lineId, lineId, file)}
      />
    </div>
  );
}
