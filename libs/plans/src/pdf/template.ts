/**
 * The page, in Typst. Everything a person has written comes in as data and is set as text: nothing of it is read as markup.
 * One font with every script that families write in; numbers run through without gaps, whoever the copy is for.
 */
export const TEMPLATE = `
#let d = json(bytes(sys.inputs.data))
#set document(title: d.documentTitle, author: (), date: none)
#set page(paper: "a4", margin: (x: 24mm, top: 22mm, bottom: 22mm),
  footer: context align(end, text(9pt, fill: luma(90), d.pageWord + " " + counter(page).display())))
#set text(font: ("Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", "Libertinus Serif"), size: 11pt, lang: d.language)
#set par(leading: 0.7em)
#show heading.where(level: 1): set text(20pt, weight: 600)
#show heading.where(level: 2): it => block(above: 20pt, below: 10pt, text(13pt, weight: 600, it.body))

#heading(level: 1, d.heading)
#if d.madeOn != "" { text(fill: luma(70), d.madeOn) }

#for section in d.sections {
  heading(level: 2, section.title)
  if section.note != "" { par(section.note) }
  if section.items.len() > 0 {
    enum(start: section.start, spacing: 12pt, ..section.items.map(item => {
      strong(item.what)
      for line in item.lines { linebreak(); text(10pt, fill: luma(60), line) }
    }))
  }
}

#if d.ownCopy != "" { block(above: 28pt, text(10pt, fill: luma(70), d.ownCopy)) }
`;
