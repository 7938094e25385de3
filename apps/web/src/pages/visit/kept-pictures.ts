/**
 * Pictures that were taken but could not be sent, kept in the browser's own store: they outlive a closed tab and a dead
 * battery. Where there is no such store (private windows), they live as long as the page.
 */
export interface KeptPicture {
  id: string;
  /** Whose: visit and account. */
  of: string;
  file: File;
}

const STORE = 'pictures';
const memory = new Map<string, KeptPicture>();

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('visits', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('no store'));
  });
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await opened();
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = work(transaction.objectStore(STORE));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error ?? new Error('not kept'));
    });
  } finally {
    database.close();
  }
}

export async function keepPicture(picture: KeptPicture): Promise<void> {
  memory.set(picture.id, picture);
  await inStore('readwrite', (store) => store.put(picture)).catch(() => undefined);
}

export async function dropPicture(id: string): Promise<void> {
  memory.delete(id);
  await inStore('readwrite', (store) => store.delete(id)).catch(() => undefined);
}

export async function picturesOf(of: string): Promise<KeptPicture[]> {
  const stored = await inStore('readonly', (store) => store.getAll() as IDBRequest<KeptPicture[]>).catch(() => []);
  const all = new Map([...stored, ...memory.values()].map((picture) => [picture.id, picture]));
  return [...all.values()].filter((picture) => picture.of === of);
}
