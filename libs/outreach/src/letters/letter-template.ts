/**
 * One page, in Typst. The address stands where the window of a Swedish envelope is; everything a person has written comes in as
 * data and is set as text.
 */
export const LETTER_TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.heading, author: (), date: none)
#set page(paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 22mm))
#set text(font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", "Libertinus Serif"), size: if d.large { 18pt } else { 12pt }, lang: d.language, dir: if d.rtl { rtl } else { ltr })
#set par(leading: 0.75em, spacing: 14pt)
#show heading.where(level: 1): set text(if d.large { 26pt } else { 18pt }, weight: 600)

#place(top + left, dx: 84mm, dy: 28mm, block(width: 78mm, { set text(size: 12pt, dir: ltr); set align(left); d.envelope.join(linebreak()) }))
#v(78mm)
#heading(level: 1, d.heading)
#v(4pt)
#if d.word != "" { par(strong(d.word)) }
#par(d.lead)
#if d.answerBy != "" { par(d.answerBy) }
#if d.code != "" {
  v(6pt)
  grid(columns: (34mm, 1fr), column-gutter: 10mm, align: horizon,
    image(bytes(d.qr), format: "svg", width: 34mm, alt: d.picture),
    { par(d.scan); par(d.type); par(text(if d.large { 28pt } else { 22pt }, weight: 600, tracking: 1pt, dir: ltr, d.code)) })
  v(6pt)
}
#par(d.call)
#par(text(if d.large { 16pt } else { 10.5pt }, fill: luma(70), d.safe))
`;
