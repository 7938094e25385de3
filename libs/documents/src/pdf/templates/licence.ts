import { COMMON } from './common.js';

/** What original and duplicate share: the paper with its red frame, the title, the ruled fields, QR code and seal. */
const LICENCE = `${COMMON}${String.raw`
#let rule-red = rgb("#DDBDB3")
#let faint = rgb("#F6E9E1")

// The meander (回纹) that sits in the four cut corners of the frame, drawn for the upper left one.
#let meander(s) = curve(
  stroke: 0.8pt + seal-red,
  curve.move((0 * s, 5 * s)), curve.line((0 * s, 0 * s)), curve.line((5 * s, 0 * s)), curve.line((5 * s, 4 * s)),
  curve.line((2 * s, 4 * s)), curve.line((2 * s, 2 * s)), curve.line((3.4 * s, 2 * s)),
)

// Seal red, paper, seal red: a broad band with a line of paper in it, then a hairline whose corners give way.
#let frame(width, height) = {
  place(rect(width: width, height: height, fill: paper))
  let edge = 9mm
  let at(inset, stroke) = place(dx: inset, dy: inset, rect(
    width: width - 2 * inset, height: height - 2 * inset, stroke: stroke,
  ))
  at(edge, 2.6mm + seal-red)
  at(edge + 0.25mm, 0.5pt + paper)
  let inset = edge + 3.6mm
  let cut = 7mm
  let (w, h) = (width - 2 * inset, height - 2 * inset)
  place(dx: inset, dy: inset, polygon(
    stroke: 0.7pt + seal-red,
    (cut, 0mm), (w - cut, 0mm), (w - cut, cut), (w, cut), (w, h - cut), (w - cut, h - cut),
    (w - cut, h), (cut, h), (cut, h - cut), (0mm, h - cut), (0mm, cut), (cut, cut),
  ))
  let corner = inset + 0.4mm
  for (anchor, x, y) in ((top + left, 1, 1), (top + right, -1, 1), (bottom + left, 1, -1), (bottom + right, -1, -1)) {
    place(anchor, dx: x * corner, dy: y * corner, scale(x: x * 100%, y: y * 100%, box(
      width: 5mm, height: 5mm, meander(1mm),
    )))
  }
  if d.demo { watermark(calc.min(width, height) * 0.3, faint) }
}

#let title(small, large, part) = align(center, stack(
  dir: ttb,
  text(size: small, weight: 600, tracking: 0.5em, "中华人民共和国"), 0.55 * small,
  text(size: large, weight: 900, fill: seal-red, tracking: 0.12em, "民办学校办学许可证"), 0.36 * large,
  text(size: small * 0.72, weight: 600, part),
))

// A label spread over the width of the longest, as on a printed form.
#let label(name) = box(width: 5em, height: 1em, name.clusters().join(h(1fr)))

#let field-rows(size, lead) = {
  set par(leading: 0.45em, justify: false)
  grid(
    columns: (auto, 1fr), column-gutter: 1.6 * size, align: left + top,
    stroke: (x, y) => if x == 1 { (bottom: 0.6pt + rule-red) },
    inset: (y: lead * size),
    ..d.fields.map(f => {
      let large = if f.label == "名称" { 1.2 * size } else { size }
      let caption = text(size: 0.88 * size, fill: ink-2, label(f.label))
      (box(height: large, align(bottom, caption)), text(size: large, weight: 600, exact(f.value)))
    }).flatten(),
  )
}

// The largest type at which all fields fit the height: a long name or address makes the type smaller, never a new page.
#let fields(height, sizes) = block(width: 100%, height: height, align(horizon, layout(area => {
  for size in sizes {
    for lead in (0.8, 0.7, 0.6, 0.5, 0.42, 0.34, 0.26) {
      let rows = field-rows(size, lead)
      if measure(rows, width: area.width).height <= height { return rows }
    }
  }
  field-rows(sizes.last(), 0.2)
})))

#let checked(size) = box(width: size, stack(
  dir: ttb, spacing: 1.6mm,
  image(bytes(d.qr), format: "svg", width: size, alt: "扫码查验"),
  align(center, text(size: 10.5pt, fill: ink-2, "扫码查验")),
))

#let foot(width) = {
  if d.demo { place(bottom + center, text(size: 9pt, fill: seal-red, "演示文书，不具有法律效力")) }
  grid(
    columns: (1fr, auto), align: (left + bottom, right + bottom), checked(30mm), signed(15pt, 600, width),
  )
}
`}`;

/** 正本: A4 landscape, one page, to hang on the wall. */
export const LICENCE_ORIGINAL = `${LICENCE}${String.raw`
#set page(
  paper: "a4", flipped: true, margin: (x: 34mm, top: 21mm, bottom: 18mm), background: frame(297mm, 210mm),
)
#set par(spacing: 0pt)
#title(21pt, 42pt, "（正本" + d.mark + "）")
#v(4mm)
#align(center, text(size: 14pt, exact({
  text(fill: ink-2, "编号：")
  text(weight: 600, tracking: 0.04em, d.number)
})))
#v(3mm)
#fields(76mm, (17pt, 16pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt, 9pt, 8pt))
#v(1fr)
#foot(100mm)
`}`;

/** 副本: A4 portrait; the second page holds the records of changes and annual inspections, to be filled in by hand. */
export const LICENCE_DUPLICATE = `${LICENCE}${String.raw`
#set page(paper: "a4", margin: (x: 30mm, top: 31mm, bottom: 26mm), background: frame(210mm, 297mm))
#set par(spacing: 0pt)
#title(18pt, 33pt, "（副本" + d.mark + "）")
#v(6mm)
#align(center, text(size: 13pt, exact({
  text(fill: ink-2, "编号：")
  text(weight: 600, tracking: 0.04em, d.number)
})))
#v(5mm)
#fields(134mm, (15.5pt, 15pt, 14pt, 13pt, 12pt, 11pt, 10pt, 9pt, 8pt))
#v(1fr)
#foot(70mm)

#pagebreak()
#let record(heading, columns, head, rows) = {
  align(center, text(size: 18pt, weight: 900, fill: seal-red, tracking: 0.5em, heading))
  v(5mm)
  table(
    columns: columns, rows: (9mm,) + (9.6mm,) * rows, align: center + horizon, stroke: 0.5pt + rgb("#B98A80"),
    ..head.map(name => text(size: 11pt, weight: 600, name)),
    ..range(rows * head.len()).map(_ => []),
  )
}
#record("变更记录", (26mm, 30mm, 1fr, 34mm), ("日期", "变更事项", "变更内容", "登记机关（章）"), 9)
#v(1fr)
#record("年检记录", (26mm, 30mm, 1fr, 34mm), ("年度", "年检结论", "备注", "年检机关（章）"), 8)
#v(1fr)
#align(center, text(size: 9.5pt, fill: ink-2, exact({ d.number; h(1em); d.name; if d.demo { h(1em); text(fill: seal-red, "演示文书，不具有法律效力") } })))
`}`;
