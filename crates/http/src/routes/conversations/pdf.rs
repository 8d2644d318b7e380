//! A conversation on paper.
//!
//! In letters of one width, from the fonts that every reader of PDF files has: nothing has to be embedded or measured.

use orientor_services::conversations::Message;
use pdf_writer::{Content, Finish as _, Name, Pdf, Rect, Ref, Str, TextStr};
use unicode_normalization::UnicodeNormalization as _;

use super::contents::{heading, spoken};

/// A4, in points of 1/72 inch.
const PAGE: (f32, f32) = (595.0, 842.0);
const MARGIN: f32 = 56.0;
/// How wide letters are, and how far lines are apart, as parts of the font's size.
const LETTER: f32 = 0.6;
const LINE: f32 = 1.4;

/// What the fonts have at 0x80 to 0x9f; a space where they have nothing.
const BEYOND_ASCII: &str = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/// How a line looks.
#[derive(Clone, Copy, Debug)]
struct Style {
    font: Name<'static>,
    size: f32,
    /// Whether it is not to stand last on a page.
    leads: bool,
}

const PLAIN: Style = Style { font: Name(b"Plain"), size: 10.0, leads: false };
const HEADING: Style = Style { font: Name(b"Bold"), size: 10.0, leads: true };
const TITLE: Style = Style { font: Name(b"Bold"), size: 14.0, leads: true };

#[derive(Debug)]
struct Line {
    style: Style,
    text: Vec<u8>,
    /// Its height over the lower edge.
    at: f32,
}

/// What was said, as a PDF file.
pub(super) fn pdf_of(title: &str, messages: &[Message]) -> Vec<u8> {
    let mut paper = Paper { pages: vec![Vec::new()], at: PAGE.1 - MARGIN };
    paper.write(TITLE, title);
    for message in spoken(messages) {
        paper.write(PLAIN, "");
        paper.write(HEADING, &heading(message));
        paper.write(PLAIN, &message.content);
    }
    paper.into_file(title)
}

struct Paper {
    pages: Vec<Vec<Line>>,
    /// Down to where the last page is full.
    at: f32,
}

impl Paper {
    fn write(&mut self, style: Style, text: &str) {
        let text = encoded(text);
        for paragraph in text.split(|byte| *byte == b'\n') {
            for line in wrapped(paragraph, letters(style.size)) {
                self.place(style, line);
            }
        }
    }

    fn place(&mut self, style: Style, text: &[u8]) {
        let height = style.size * LINE;
        let next = if style.leads { PLAIN.size * LINE } else { 0.0 };
        if self.at - height - next < MARGIN {
            self.pages.push(Vec::new());
            self.at = PAGE.1 - MARGIN;
        }
        let Some(page) = self.pages.last_mut() else { return };
        // Nothing at the top of a page but text.
        if page.is_empty() && text.is_empty() {
            return;
        }
        self.at -= height;
        page.push(Line { style, text: text.to_vec(), at: self.at });
    }

    fn into_file(self, title: &str) -> Vec<u8> {
        let mut numbers = (1..).map(Ref::new);
        let mut number = || numbers.next().unwrap_or(Ref::new(i32::MAX));
        let (catalog, tree, info, plain, bold) = (number(), number(), number(), number(), number());
        let pages: Vec<(Ref, Ref)> = self.pages.iter().map(|_| (number(), number())).collect();

        let mut pdf = Pdf::new();
        pdf.catalog(catalog).pages(tree);
        pdf.document_info(info).title(TextStr(title)).producer(TextStr("Orientor"));
        let count = i32::try_from(pages.len()).unwrap_or(i32::MAX);
        pdf.pages(tree).kids(pages.iter().map(|(page, _)| *page)).count(count);
        for (at, font) in [(plain, Name(b"Courier")), (bold, Name(b"Courier-Bold"))] {
            pdf.type1_font(at).base_font(font).encoding_predefined(Name(b"WinAnsiEncoding"));
        }
        for (index, (lines, (at, content))) in self.pages.iter().zip(&pages).enumerate() {
            let mut page = pdf.page(*at);
            page.parent(tree).media_box(Rect::new(0.0, 0.0, PAGE.0, PAGE.1)).contents(*content);
            page.resources().fonts().pair(PLAIN.font, plain).pair(HEADING.font, bold);
            page.finish();
            let mut written = Content::new();
            for line in lines {
                show(&mut written, line.style, (MARGIN, line.at), &line.text);
            }
            let foot = format!("{} / {count}", index + 1);
            show(&mut written, PLAIN, (MARGIN, MARGIN / 2.0), foot.as_bytes());
            pdf.stream(*content, &written.finish());
        }
        pdf.finish()
    }
}

fn show(content: &mut Content, style: Style, (x, y): (f32, f32), text: &[u8]) {
    content.begin_text().set_font(style.font, style.size).next_line(x, y).show(Str(text)).end_text();
}

/// How many letters a line has.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page has tens of letters")]
fn letters(size: f32) -> usize {
    ((PAGE.0 - 2.0 * MARGIN) / (size * LETTER)) as usize
}

/// In the letters of the fonts. What they lack is told by its number, so that nothing is lost unseen.
fn encoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").nfc() {
        match (letter, u8::try_from(letter)) {
            ('\t', _) => bytes.extend(b"    "),
            ('\n' | ' '..='~' | '\u{a0}'..='\u{ff}', Ok(byte)) => bytes.push(byte),
            _ => match (0x80..=0x9f).zip(BEYOND_ASCII.chars()).find(|(_, known)| *known == letter) {
                Some((byte, _)) => bytes.push(byte),
                None => bytes.extend(format!("[U+{:04X}]", u32::from(letter)).bytes()),
            },
        }
    }
    bytes
}

/// In lines of at most so many letters: broken at spaces, and where a word is longer, in it.
fn wrapped(mut text: &[u8], letters: usize) -> Vec<&[u8]> {
    let mut lines = Vec::new();
    while text.len() > letters {
        // A space behind the last letter that fits is as good.
        let (line, rest) = match text[..=letters].iter().rposition(|byte| *byte == b' ') {
            Some(space) if space > 0 => (&text[..space], &text[space + 1..]),
            _ => text.split_at(letters),
        };
        lines.push(line);
        text = rest;
    }
    lines.push(text);
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_the_fonts_lack_is_told_by_its_number() {
        let text = "e\u{301}té – 5 € “ok”\t🙂\u{81}\r\nя";
        assert_eq!(encoded(text), b"\xe9t\xe9 \x96 5 \x80 \x93ok\x94    [U+1F642][U+0081]\n[U+044F]");
        assert_eq!(BEYOND_ASCII.chars().count(), 32);
    }

    #[test]
    fn lines_break_at_spaces_and_in_long_words() {
        let lines = |text| wrapped(text, 5).into_iter().map(|line| str::from_utf8(line).unwrap()).collect::<Vec<_>>();
        assert_eq!(lines(b""), [""]);
        assert_eq!(lines(b"12345"), ["12345"]);
        assert_eq!(lines(b"12345 6"), ["12345", "6"]);
        assert_eq!(lines(b"1 2 345 6"), ["1 2", "345 6"]);
        assert_eq!(lines(b"12345678"), ["12345", "678"]);
        assert_eq!(lines(b" 2345678"), [" 2345", "678"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_but_the_spaces_at_breaks(text in "[a-c ]{0,60}", letters in 1_usize..12) {
            let lines = wrapped(text.as_bytes(), letters);
            prop_assert!(lines.iter().all(|line| line.len() <= letters));
            let without = |bytes: &[u8]| bytes.iter().copied().filter(|byte| *byte != b' ').collect::<Vec<_>>();
            prop_assert_eq!(without(&lines.concat()), without(text.as_bytes()));
        }
    }
}
