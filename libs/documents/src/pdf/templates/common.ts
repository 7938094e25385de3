/**
 * What all templates share, in Typst: the data, the colours, the type and the round seal. The template text is
 * constant; content comes in through `sys.inputs.data` as JSON, so that nothing typed by a user is ever read as Typst.
 * The em box of the font is 0.88 above and 0.12 below the baseline; with these edges an em is an em everywhere.
 */
export const COMMON = String.raw`
#let d = json(bytes(sys.inputs.data))
#let ink = rgb("#1A1F26")
#let ink-2 = rgb("#454D59")
#let ink-3 = rgb("#5F6875")
#let seal-red = rgb("#A8261D")
#let paper = rgb("#FBF8F1")

#set document(title: d.documentTitle, author: d.authority)
#set text(
  font: "Noto Serif SC", fallback: false, lang: "zh", region: "cn", fill: ink, number-type: "lining",
  top-edge: 0.88em, bottom-edge: -0.12em, overhang: false,
)

// A word without a gap (a file name, an address) may break anywhere, or it would run off the paper.
#show regex("[!-~]{18,}"): it => it.text.clusters().join(sym.zws)

// The number of a case stays whole.
#show regex("\d{6}-\d{8}-\d{4}"): it => box(baseline: 0.12em, it)

// Names, numbers and dates: no blank between Chinese and figures, so that a copied number is the number. Typst decides this for a
// paragraph as a whole: wrap all of it.
#let exact(body) = text(cjk-latin-spacing: none, body)

// The largest size at which one line fits the width.
#let fit-line(width, sizes, make) = {
  for size in sizes {
    if measure(make(size)).width <= width { return make(size) }
  }
  make(sizes.last())
}

// Lines of about equal length, as the title of an official document is set, instead of a full line and a remnant.
#let balanced(body) = layout(area => {
  let natural = measure(body).width
  let lines = calc.ceil(natural / area.width)
  block(width: calc.min(area.width, natural / lines + 1.5em.to-absolute()), align(center, body))
})

#let watermark(size, colour) = place(center + horizon, rotate(-32deg, text(
  size: size, weight: 900, fill: colour, tracking: 0.35em, "演示",
)))

#let star(radius) = {
  let corner(i) = {
    let r = if calc.even(i) { radius } else { radius * 0.382 }
    (radius + r * calc.sin(i * 36deg), radius - r * calc.cos(i * 36deg))
  }
  box(width: 2 * radius, height: 2 * radius, place(polygon(fill: seal-red, ..range(10).map(corner))))
}

// The round seal: the authority on the arc, each character standing upright on the rim; what the seal is for beneath.
// A demonstration seal carries 演示 where the star would be and cannot be mistaken for a real one.
#let seal(arc, line, demo, size: 42mm) = box(width: size, height: size, {
  set text(fill: seal-red, weight: 600)
  place(center + horizon, circle(radius: size / 2 - 0.55mm, stroke: 1.1mm + seal-red))
  let characters = arc.clusters()
  let n = characters.len()
  let step = calc.min(22.5deg, 246deg / calc.max(n - 1, 1))
  let rim = size * 0.375
  let height = calc.min(size * 0.14, 2.4 * rim * step.rad())
  let width = calc.min(0.82 * height, rim * step.rad() * 0.98)
  for (i, character) in characters.enumerate() {
    let angle = (i - (n - 1) / 2) * step
    place(center + horizon, dx: rim * calc.sin(angle), dy: -rim * calc.cos(angle), rotate(
      angle, scale(x: width / height * 100%, text(size: height, character)),
    ))
  }
  place(center + horizon, if demo { text(size: size * 0.16, weight: 900, "演示") } else { star(size * 0.13) })
  if line != "" {
    let letter = calc.min(size * 0.088, size * 0.58 / line.clusters().len())
    place(center + horizon, dy: size * 0.275, text(size: letter, line))
  }
})

// Authority and date with the seal over both; as wide as the longer of the two lines and as high as the seal. The lines
// stand so far apart that the middle of the seal stays free between them; a long name is set smaller, never broken.
#let signed(size, weight, width) = context {
  let line(body) = fit-line(width, (1, 0.92, 0.84, 0.76, 0.68, 0.6).map(part => part * size), size => text(
    size: size, weight: weight, exact(body),
  ))
  block(height: 43mm, {
    place(center + horizon, seal(d.authority, d.sealLine, d.demo))
    block(height: 100%, align(center + horizon, stack(spacing: 19pt, line(d.authority), line(d.date))))
  })
}
`;
