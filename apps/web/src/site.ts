import './style/tokens.css';
import './style/base.css';
import './style/kit.css';
import './style/site.css';
import './style/register.css';
import { slideOverDays } from './day-slider.js';
import { canRead, read, stopReading } from './read-aloud.js';

/** The little that public pages gain from a script: reading aloud, printing, sliding over days. Everything else works without it. */
const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
const words = button?.querySelector('span');
if (button && words && canRead()) {
  button.hidden = false;
  const show = (reading: boolean): void => {
    button.setAttribute('aria-pressed', String(reading));
    words.textContent = words.dataset[reading ? 'stop' : 'start'] ?? '';
  };
  button.addEventListener('click', () => {
    const begins = button.getAttribute('aria-pressed') === 'false';
    show(begins);
    if (!begins) return stopReading();
    read(document.getElementById('content'), document.documentElement.lang === 'en' ? 'en' : 'zh', () => show(false));
  });
}
for (const printer of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  printer.hidden = false;
  printer.addEventListener('click', () => window.print());
}
slideOverDays();
