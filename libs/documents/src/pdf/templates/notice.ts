import { COMMON } from './common.js';

/**
 * A notice after GB/T 9704-2012: type area 156 × 225 mm, 24 lines of 29 characters (15 pt on 26 pt), red head, number,
 * red rule, title of the second size, body indented by two characters, date four characters in from the right, page
 * number between dashes (odd right, even left), and an imprint at the end of the last page with the QR code.
 */
export const NOTICE = `${COMMON}${String.raw`
#let demo-note = "演示文书，不具有法律效力"

#set page(
  paper: "a4", margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), footer-descent: 7mm,
  background: if d.demo { watermark(150pt, rgb("#F8ECEA")) },
  footer: context {
    let odd = calc.odd(counter(page).get().first())
    let small = text(size: 9pt, fill: ink-3, cjk-latin-spacing: none, {
      d.footer
      if d.demo {
        if d.footer != "" { h(1em) }
        text(fill: seal-red, demo-note)
      }
    })
    let folio = text(size: 14pt)[— #counter(page).display() —]
    grid(
      columns: if odd { (1fr, auto) } else { (auto, 1fr) }, column-gutter: 6mm, align: bottom,
      ..if odd { (small, pad(right: 14pt, folio)) } else { (pad(left: 14pt, folio), align(right, small)) },
    )
  },
)
#set text(size: 15pt)
#set par(justify: true, leading: 11pt, spacing: 11pt, first-line-indent: (amount: 2em, all: true))
#let plain(body) = {
  set par(first-line-indent: 0pt)
  body
}

#plain({
  set par(leading: 10pt, justify: false)
  let head(size) = text(size: size, weight: 900, fill: seal-red, tracking: 0.06em, d.authority)
  align(center, layout(area => {
    let sizes = (38pt, 34pt, 30pt, 26pt, 23pt)
    let one = fit-line(area.width, sizes, head)
    if measure(one).width <= area.width { one } else { balanced(head(sizes.last())) }
  }))
  v(8mm)
  align(center, exact(d.number))
  v(4mm, weak: true)
  line(length: 100%, stroke: 1.6pt + seal-red)
  v(10mm, weak: true)
  set text(size: 22pt, weight: 900)
  align(center, balanced(d.title))
  v(8mm, weak: true)
})

#plain(d.addressee)

// The last text before the signature goes with it: a page with nothing but a seal invites abuse.
#let paragraphs(texts, last) = for (i, body) in texts.enumerate() {
  if last and i == texts.len() - 1 { block(sticky: true, par(body)) } else { par(body) }
}

#paragraphs(d.paragraphs, d.table == none and d.closing == ())

#if d.table != none {
  set text(size: 12pt)
  set par(leading: 6pt, spacing: 6pt, first-line-indent: 0pt, justify: false)
  let cell(body) = table.cell(breakable: body.len() > 600, body)
  v(4pt)
  table(
    columns: d.table.widths.map(w => if w == 0 { auto } else { w * 1fr }),
    inset: (x: 6pt, y: 5pt), align: left + horizon,
    stroke: (x, y) => (bottom: 0.4pt + ink-2, left: if x > 0 { 0.4pt + rgb("#C9CED6") }),
    table.hline(stroke: 1pt + ink),
    table.header(..d.table.head.map(body => text(weight: 600, body)), table.hline(stroke: 0.7pt + ink)),
    ..d.table.rows.flatten().map(cell),
    table.hline(stroke: 1pt + ink),
  )
  v(4pt)
}

#paragraphs(d.closing, true)

#if d.signer != none {
  plain(block(sticky: true, breakable: false, width: 100%, above: 12pt, align(right, pad(
    right: 2em, stack(spacing: 14pt, exact(d.signer), exact(d.date)),
  ))))
} else { plain(context {
  let spread = calc.max(measure(exact(d.authority)).width - measure(exact(d.date)).width, 0pt)
  let indent = calc.max(1em.to-absolute(), 4em.to-absolute() - spread / 2)
  block(sticky: true, breakable: false, width: 100%, above: 6pt, align(right, pad(
    right: indent, signed(15pt, 400, 140mm),
  )))
}) }

#v(1fr)

#plain(block(breakable: false, width: 100%, above: 4mm, {
  set par(leading: 6pt, spacing: 6pt, justify: false)
  line(length: 100%, stroke: 1pt + ink)
  v(1.5mm, weak: true)
  grid(
    columns: (auto, 1fr), column-gutter: 4mm, align: horizon,
    image(bytes(d.qr), format: "svg", width: 22mm, alt: d.qrCaption),
    {
      text(size: 11pt, weight: 600, d.qrCaption)
      parbreak()
      text(size: 10.5pt, fill: ink-2, exact({ d.title; h(1em); d.number }))
    },
  )
  v(1.5mm, weak: true)
  line(length: 100%, stroke: 1pt + ink)
}))
`}`;
