import { textOf } from './read-aloud.js';

interface Part {
  text: string;
  seen?: boolean;
  silent?: boolean;
  within?: Part;
}

/** As much of a page as reading needs: what is there, what is seen, what lies within what. */
function pageOf(parts: Part[]): HTMLElement {
  const elements = parts.map((part) => ({
    part,
    innerText: part.text,
    offsetParent: part.seen === false ? null : {},
    closest: () => (part.silent ? {} : null),
    contains: (other: { part: Part }) => other.part.within === part,
  }));
  return { querySelectorAll: () => elements } as unknown as HTMLElement;
}

describe('reading a page aloud', () => {
  it('reads in the order of the page, with single spaces', () => {
    expect(textOf(pageOf([{ text: '我的踏勘' }, { text: ' 今天\n  有  一次 ' }]))).toEqual([
      '我的踏勘',
      '今天 有 一次',
    ]);
  });
  it('says nothing twice: what lies within a line is read with the line', () => {
    const line = { text: '签名 您的签名' };
    expect(textOf(pageOf([line, { text: '您的签名', within: line }]))).toEqual(['签名 您的签名']);
  });
  it('leaves out what nobody sees, what is decoration, and what is empty', () => {
    expect(textOf(pageOf([{ text: '看不见', seen: false }, { text: '图案', silent: true }, { text: '  ' }]))).toEqual(
      [],
    );
  });
  it('has nothing to read where there is no page', () => {
    expect(textOf(null)).toEqual([]);
  });
});
