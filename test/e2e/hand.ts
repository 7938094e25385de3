import type { Locator, Page } from 'playwright-core';

export interface GivenFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** How a person works a page: with a pointer, or with nothing but the keyboard. */
export interface Hand {
  name: string;
  /** A button, a link, a summary. */
  activate(target: Locator): Promise<void>;
  write(target: Locator, words: string): Promise<void>;
  /** A radio button or a box to tick. */
  choose(target: Locator): Promise<void>;
  pick(target: Locator, value: string): Promise<void>;
  give(target: Locator, files: GivenFile[]): Promise<void>;
}

export const pointer: Hand = {
  name: 'with a pointer',
  activate: (target) => target.click(),
  write: (target, words) => target.fill(words),
  choose: (target) => target.check(),
  pick: async (target, value) => void (await target.selectOption(value)),
  give: (target, files) => target.setInputFiles(files),
};

/** More stops than any page has: whoever needs more has lost their way. */
const MOST_STOPS = 400;
/** Runs in the page; a text, for this side of the test knows no document. */
const hasFocus = new Function('element', 'return element === document.activeElement') as (element: unknown) => boolean;

/** Walks by Tab from where the focus is until `there` says so; round the page once at most. */
async function walk(page: Page, there: () => Promise<boolean>): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await there()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`not reached by keyboard on ${page.url()}`);
}

async function walkTo(target: Locator): Promise<Page> {
  await target.waitFor({ state: 'attached' });
  await walk(target.page(), () => target.evaluate(hasFocus));
  return target.page();
}

/** A group of radio buttons is one stop; inside it the arrows walk. */
async function chooseRadio(target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const page = target.page();
  const group = JSON.stringify(await target.getAttribute('name'));
  await walk(page, () => page.evaluate(`document.activeElement?.name === ${group}`));
  for (let stops = 0; !(await target.evaluate(hasFocus)); stops += 1) {
    if (stops > 20) throw new Error('not reached by arrows');
    await page.keyboard.press('ArrowDown');
  }
  if (!(await target.isChecked())) await page.keyboard.press('Space');
}

export const keyboard: Hand = {
  name: 'by keyboard alone',
  activate: async (target) => (await walkTo(target)).keyboard.press('Enter'),
  write: async (target, words) => {
    const page = await walkTo(target);
    if ((await target.getAttribute('type')) === 'date') {
      // the parts of a day as the browser asks for them: month, day, year
      const [year = '', month = '', day = ''] = words.split('-');
      return page.keyboard.type(`${month}${day}${year}`);
    }
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(words);
  },
  choose: async (target) => {
    if ((await target.getAttribute('type')) === 'radio') return chooseRadio(target);
    const page = await walkTo(target);
    if (!(await target.isChecked())) await page.keyboard.press('Space');
  },
  pick: async (target, value) => {
    const page = await walkTo(target);
    for (let stops = 0; (await target.inputValue()) !== value; stops += 1) {
      if (stops > 60) throw new Error(`no option ${value}`);
      await page.keyboard.press('ArrowDown');
    }
  },
  // the field is reached by keyboard; the dialog that it opens belongs to the system, not to the page
  give: async (target, files) => {
    await walkTo(target);
    await target.setInputFiles(files);
  },
};
