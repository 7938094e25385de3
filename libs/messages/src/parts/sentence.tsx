import { Fragment } from 'react';
import { piecesOf, wordsOf } from '../line-breaks.js';

/** A sentence in which no day, number or code is torn where a line ends. */
export function Sentence({ children }: { children: string }) {
  return piecesOf(children).map(({ words, whole }, i) =>
    whole ? (
      <span key={i} className="whole">
        {words}
      </span>
    ) : (
      words
    ),
  );
}

/** A heading whose lines end between words. */
export function HeadingWords({ children }: { children: string }) {
  return wordsOf(children).map((word, i) => (
    <Fragment key={i}>
      {i > 0 && <wbr />}
      {word}
    </Fragment>
  ));
}
