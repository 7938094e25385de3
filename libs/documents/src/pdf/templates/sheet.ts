import { COMMON } from './common.js';

/**
 * A sheet for everybody: title and QR code at the head, sections with rules, tables whose head repeats, boxes to tick,
 * lines to write on, and at the foot of every page what it was made from and the page number.
 */
export const SHEET = `${COMMON}${String.raw`
#let blue = rgb("#1D4E89")
#let faint-rule = rgb("#C9CED6")
#let ground = rgb("#F3F6FA")

#set text(size: 10.5pt, lang: d.lang)
#set page(
  paper: "a4", margin: (top: 20mm, bottom: 22mm, x: 20mm), footer-descent: 6mm,
  background: if d.demo { watermark(130pt, rgb("#F8F1F0")) },
  footer: context {
    set text(size: 8.5pt, fill: ink-3, cjk-latin-spacing: none)
    set par(leading: 4pt, justify: false)
    let (before, between, after) = d.page
    line(length: 100%, stroke: 0.4pt + faint-rule)
    v(1.6mm, weak: true)
    grid(
      columns: (1fr, auto), column-gutter: 6mm,
      { d.footer; if d.demo { linebreak(); text(fill: seal-red, d.demoNote) } },
      [#before#counter(page).display()#between#counter(page).final().first()#after],
    )
  },
)
#set par(justify: false, leading: 6pt, spacing: 7pt)

// A square to tick, on the line of the text beside it.
#let tick-box = box(width: 0.95em, height: 0.95em, baseline: 0.1em, stroke: 0.8pt + ink, radius: 0.8pt)

#grid(
  columns: (1fr, auto), column-gutter: 8mm, align: (left + horizon, center + top),
  {
    text(size: 10.5pt, fill: ink-2, d.authority)
    parbreak()
    text(size: 21pt, weight: 900, d.title)
    if d.subtitle != "" { parbreak(); text(size: 11pt, fill: ink-2, d.subtitle) }
  },
  block(width: 28mm, {
    set par(leading: 3pt)
    image(bytes(d.qr), format: "svg", width: 24mm, alt: d.qrCaption)
    v(1mm, weak: true)
    text(size: 8pt, fill: ink-2, d.qrCaption)
  }),
)
#v(3mm, weak: true)
#line(length: 100%, stroke: 1.4pt + blue)

#let facts(rows) = grid(
  columns: (8.5em, 1fr), column-gutter: 4mm, row-gutter: 6.5pt,
  ..rows.map(((name, value)) => (text(fill: ink-2, name), value)).flatten(),
)

#let lines(of) = {
  let mark(i) = if of.ordered { str(i + 1) + "." } else { "·" }
  grid(
    columns: (1.5em, 1fr), row-gutter: 6pt,
    ..of.lines.enumerate().map(((i, body)) => (text(fill: ink-2, mark(i)), body)).flatten(),
  )
}

#let ruled(of) = {
  set text(size: 9.5pt)
  set par(leading: 4.5pt, spacing: 4.5pt)
  let blank(row) = row.all(cell => cell == "")
  let cells(row) = {
    if blank(row) { return row.map(_ => block(height: 8mm)) }
    if of.tick { return (tick-box,) + row }
    row
  }
  let widths = of.widths.map(w => if w == 0 { auto } else { w * 1fr })
  table(
    columns: if of.tick { (1.9em,) + widths } else { widths },
    inset: (x: 5pt, y: 4.5pt), align: left + horizon,
    stroke: (x, y) => (bottom: 0.4pt + faint-rule, left: if x > 0 { 0.4pt + faint-rule }),
    fill: (x, y) => if y == 0 { ground },
    table.hline(stroke: 0.8pt + ink-2),
    table.header(..(if of.tick { ([],) } else { () }), ..of.head.map(body => text(weight: 600, body))),
    ..of.rows.map(cells).flatten().map(body => table.cell(breakable: false, body)),
    table.hline(stroke: 0.8pt + ink-2),
  )
}

#let fields(rows) = table(
  columns: (13em, 1fr), inset: (x: 6pt, y: 5pt), align: left + horizon, stroke: 0.5pt + faint-rule,
  ..rows.map(row => (
    { text(weight: 600, row.label); if row.hint != "" { linebreak(); text(size: 8.5pt, fill: ink-3, row.hint) } },
    if row.options.len() > 0 {
      row.options.map(option => box({ tick-box; h(0.35em); option })).join(h(1.6em))
    } else { block(height: 7mm) },
  )).flatten().map(body => table.cell(breakable: false, body)),
)

#for section in d.sections {
  if section.title != "" {
    block(sticky: true, above: 14pt, below: 7pt, width: 100%, stroke: (left: 3pt + blue), inset: (left: 7pt, y: 1.5pt), text(
      size: 13pt, weight: 600, section.title,
    ))
  }
  for (i, of) in section.blocks.enumerate() {
    // a hint below a heading goes with what it is about
    let led = i > 0 and section.blocks.at(i - 1).kind == "head"
    if of.kind == "text" { if led { block(sticky: true, of.text) } else { par(of.text) } }
    if of.kind == "head" { block(sticky: true, above: 10pt, below: 5pt, text(weight: 600, of.text)) }
    if of.kind == "lines" { lines(of) }
    if of.kind == "facts" { facts(of.rows) }
    if of.kind == "table" { ruled(of) }
    if of.kind == "fields" { fields(of.rows) }
  }
}
`}`;
