import { useQueryClient } from '@tanstack/react-query';
import { Camera, CloudUpload } from 'lucide-react';
import { useEffect, useState, type ChangeEvent } from 'react';
import { freshId, ProblemError, upload } from '../../api.js';
import { Button } from '../../kit/index.js';
import { useSay } from '../../say.js';
import { keptKey } from './draft.js';
import { dropPicture, keepPicture, picturesOf, type KeptPicture } from './kept-pictures.js';
import type { VisitView } from './visit-view.js';

/** Pictures of what was seen: sent at once, or kept on the device until there is a network. */
export function Photos({ visit, accountId }: { visit: VisitView; accountId: string }) {
  const t = useSay();
  const { waiting, share, refusals, take, send } = usePictures(visit, keptKey(visit.id, accountId));
  const done = visit.signatures >= 2;
  if (done && visit.photos.length === 0 && waiting.length === 0) return null;
  return (
    <section aria-labelledby="photos" className="photos">
      <h2 id="photos">{t('visit.photos')}</h2>
      {visit.photos.length === 0 && waiting.length === 0 && <p className="muted">{t('visit.photosNone')}</p>}
      <ul className="thumbnails">
        {visit.photos.map((id, i) => (
          <li key={id}>
            <a href={`/api/photos/${id}`} target="_blank" rel="noopener">
              <img src={`/api/photos/${id}`} alt={t('visit.photo', { n: i + 1 })} loading="lazy" />
            </a>
          </li>
        ))}
        {waiting.map((picture, i) => (
          <li key={picture.id}>
            <Waiting picture={picture} alt={t('visit.photoWaitingOne', { n: i + 1 })} />
          </li>
        ))}
      </ul>
      <div role="status">
        {share !== null && <p>{t('file.sending', { percent: Math.round(share * 100) })}</p>}
        {share === null && waiting.length > 0 && (
          <p className="save-state unsent">{t('visit.photoWaiting', { n: waiting.length })}</p>
        )}
      </div>
      {refusals.map((words) => (
        <p key={words} className="field-error" role="alert">
          {words}
        </p>
      ))}
      <div className="actions">
        {waiting.length > 0 && (
          <Button busy={share !== null} onClick={() => void send()}>
            <CloudUpload aria-hidden="true" size={20} />
            {t('visit.photoSend')}
          </Button>
        )}
        {!done && <Shutter onTake={(files) => void take(files)} />}
      </div>
      {!done && <p className="hint">{t('visit.photosHint')}</p>}
    </section>
  );
}

/** Opens the camera on a phone, and a list of files elsewhere. */
function Shutter({ onTake }: { onTake(files: File[]): void }) {
  const t = useSay();
  const choose = (event: ChangeEvent<HTMLInputElement>): void => {
    onTake([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <label className="shutter">
      <input type="file" accept="image/*" capture="environment" className="visually-hidden" onChange={choose} />
      <span className="button secondary">
        <Camera aria-hidden="true" size={20} />
        {t('visit.takePhoto')}
      </span>
    </label>
  );
}

function Waiting({ picture, alt }: { picture: KeptPicture; alt: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(picture.file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return address === '' ? null : <img src={address} alt={alt} className="waiting" />;
}

function usePictures(visit: VisitView, of: string) {
  const t = useSay();
  const client = useQueryClient();
  const [waiting, setWaiting] = useState<KeptPicture[]>([]);
  const [share, setShare] = useState<number | null>(null);
  const [refusals, setRefusals] = useState<string[]>([]);
  useEffect(() => void picturesOf(of).then(setWaiting), [of]);

  /** True where the picture needs no further attempt. */
  const sendOne = async (picture: KeptPicture): Promise<boolean> => {
    try {
      await upload(`/api/visits/${visit.id}/photos`, {}, picture.file, setShare);
      return true;
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status === 401 || error.status >= 500) return false;
      const words = t('visit.photoFailed', { name: picture.file.name, reason: error.problem.detail });
      setRefusals((all) => [...new Set([...all, words])]);
      return true;
    }
  };
  const send = async (pictures = waiting): Promise<void> => {
    setShare(0);
    setRefusals([]);
    for (const picture of pictures) {
      if (!(await sendOne(picture))) break;
      await dropPicture(picture.id);
    }
    setWaiting(await picturesOf(of));
    setShare(null);
    await client.invalidateQueries({ queryKey: ['visits'] });
  };
  const take = async (files: File[]): Promise<void> => {
    for (const file of files) await keepPicture({ id: freshId(), of, file });
    const all = await picturesOf(of);
    setWaiting(all);
    await send(all);
  };
  return { waiting, share, refusals, take, send };
}
