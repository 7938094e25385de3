import type { Language } from '../../../libs/messages/src/say.js';

/** Reading aloud by the browser's own voice; where there is none, there is no button. */
export const canRead = (): boolean => 'speechSynthesis' in window;

/** Reads headings, text, labels and values in the order of the page; what is hidden from the eye is not read. */
export function read(root: HTMLElement | null, language: Language, onEnd: () => void): void {
  speechSynthesis.cancel();
  const sentences = textOf(root);
  sentences.forEach((sentence, i) => {
    const words = new SpeechSynthesisUtterance(sentence);
    words.lang = language === 'zh' ? 'zh-CN' : 'en';
    words.rate = 0.95;
    if (i === sentences.length - 1) words.onend = onEnd;
    speechSynthesis.speak(words);
  });
  if (sentences.length === 0) onEnd();
}

export const stopReading = (): void => speechSynthesis.cancel();

const READABLE = 'h1,h2,h3,p,li,dt,dd,label,legend,th,td,summary,button,a.button';

/** The text of a page in reading order, once each. */
export function textOf(root: HTMLElement | null): string[] {
  const elements = [...(root?.querySelectorAll<HTMLElement>(READABLE) ?? [])];
  return elements
    .filter((element) => element.offsetParent !== null && !element.closest('[aria-hidden="true"]'))
    .filter((element) => !elements.some((other) => other !== element && other.contains(element)))
    .map((element) => element.innerText.replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '');
}
