/**
 * Slides over the days on which something changed: the day is told while it moves, and the page's middle is fetched anew where
 * it stops. Where fetching fails the form is sent as without a script.
 */
export function slideOverDays(): void {
  const form = document.querySelector<HTMLFormElement>('[data-day-form]');
  const part = form?.querySelector<HTMLElement>('[data-day-slider]');
  const range = part?.querySelector<HTMLInputElement>('input[type=range]');
  const field = form?.querySelector<HTMLInputElement>('#validOn');
  if (!form || !part || !range || !field) return;
  part.hidden = false;
  const told = part.querySelector('output');
  const options = [...part.querySelectorAll<HTMLOptionElement>('option')];
  let asking: AbortController | undefined;
  range.addEventListener('input', () => {
    const option = options[Number(range.value)];
    const day = option?.label ?? '';
    field.value = option?.dataset['day'] ?? field.value;
    range.setAttribute('aria-valuetext', day);
    if (told) told.textContent = day;
  });
  range.addEventListener('change', () => {
    asking?.abort();
    asking = new AbortController();
    void show(form, asking.signal);
  });
}

async function show(form: HTMLFormElement, signal: AbortSignal): Promise<void> {
  const here = new URL(form.action);
  for (const [name, value] of new FormData(form)) here.searchParams.set(name, String(value));
  try {
    const answer = await fetch(here, { signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const [before, after] = [document, page].map((of) => of.querySelector('[data-on-day]'));
    if (!answer.ok || !before || !after) return form.submit();
    before.replaceWith(document.adoptNode(after));
    history.replaceState(null, '', here);
  } catch {
    if (!signal.aborted) form.submit();
  }
}
