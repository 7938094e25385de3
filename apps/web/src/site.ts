import './style/tokens.css';
import './style/base.css';
import './style/kit.css';
import './style/site.css';
import { canRead, read, stopReading } from './read-aloud.js';

/** The little that public pages gain from a script: reading aloud, printing. Everything else works without it. */
const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
if (button && canRead()) {
  button.hidden = false;
  let reading = false;
  button.addEventListener('click', () => {
    reading = !reading;
    button.setAttribute('aria-pressed', String(reading));
    button.textContent = (reading ? button.dataset['stop'] : button.dataset['start']) ?? '';
    const done = (): void => {
      reading = false;
      button.setAttribute('aria-pressed', 'false');
      button.textContent = button.dataset['start'] ?? '';
    };
    if (reading) read(document.getElementById('content'), document.documentElement.lang === 'en' ? 'en' : 'zh', done);
    else stopReading();
  });
}
for (const printer of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  printer.hidden = false;
  printer.addEventListener('click', () => window.print());
}
