package org.passerelle.steer.letter.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.passerelle.steer.letter.words.Ordinals;

/**
 * The note on Kosovo's status on paper: once on each page that names it, and on no other. Within
 * the text it stands where it is first needed, so that screen readers find it; on every other page
 * that names Kosovo it stands in the margin above the foot. What is in the margin takes no room
 * from the text: where it stands changes no line.
 *
 * <p>Each name is followed by two elements that run in the margin: the foot with the note, and the
 * foot without it. The engine shows the first one of a page, and on pages without any the last one
 * before.
 */
public final class StatusNotes {
  private static final Pattern STARRED = Pattern.compile("\\p{L}\\*");
  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern BODY = Pattern.compile("<body[^>]*>");

  /**
   * Stands in the margin for the first name of a page while the issue is set for the first time.
   */
  private static final String SIGN = "qzq%dqzq";

  private static final Pattern SIGNS = Pattern.compile("qzq(\\d+)qzq");

  private final String page;
  private final String note;
  private final String foot;
  private final String noted;

  /**
   * For one edition.
   *
   * @param page the page as XHTML
   * @param note the note as it stands in the text, or empty if the edition needs none
   * @param foot the foot of a page for the margin, made with this note or with an empty one
   */
  public StatusNotes(String page, String note, Function<String, String> foot) {
    this.page = page;
    this.note = note;
    this.foot = foot.apply("");
    this.noted = foot.apply(note);
  }

  /** The edition as a PDF. */
  public byte[] set(Function<String, byte[]> press) {
    if (note.isEmpty()) {
      return press.apply(with(foot, name -> ""));
    }
    byte[] first = press.apply(with("", name -> SIGN.formatted(name)));
    Set<Integer> within = new HashSet<>();
    boolean cover = found(first, within);
    return press.apply(with(cover ? noted : foot, name -> within.contains(name) ? "" : noted));
  }

  /**
   * Looks where names and the note stand; a name that is drawn, as on a map, is found like others.
   *
   * @param within gets the names, counted from 0, of the page with the note within its text
   * @return whether the first page is to have the note in its margin
   */
  private boolean found(byte[] pdf, Set<Integer> within) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      boolean cover = false;
      int open = -1;
      for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
        reader.setStartPage(sheet);
        reader.setEndPage(sheet);
        String text = reader.getText(document);
        Matcher sign = SIGNS.matcher(text);
        boolean names = sign.find();
        if (names && open >= 0) {
          add(open, Integer.parseInt(sign.group(1)), within);
          open = -1;
        }
        if (names && has(text)) {
          open = Integer.parseInt(sign.group(1));
        } else if (sheet == 1) {
          cover = names;
        }
      }
      if (open >= 0) {
        add(open, page.length(), within);
      }
      return cover;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(int from, int to, Set<Integer> names) {
    for (int name = from; name < to; name++) {
      names.add(name);
    }
  }

  private boolean has(String text) {
    return letters(text).contains(letters(note));
  }

  private static String letters(String text) {
    return NO_LETTER.matcher(text).replaceAll("");
  }

  /**
   * The page with what runs in its margin.
   *
   * @param begins the foot with which the first page begins; empty for none
   * @param first what comes first after a name
   */
  private String with(String begins, IntFunction<String> first) {
    StringBuilder after = new StringBuilder();
    StringBuilder marked = new StringBuilder(page.length() + 20_000);
    Matcher piece = Ordinals.PIECE.matcher(page);
    boolean kept = false;
    int name = 0;
    while (piece.find()) {
      String part = piece.group();
      // letters of a drawing are shapes, of which its description says what they are
      boolean tag = part.startsWith("<") && !part.startsWith("<desc");
      if (tag) {
        // what runs within a link would be a link itself, and a drawing holds none
        kept =
            part.startsWith("<a ")
                || part.startsWith("<svg")
                || (kept && !part.equals("</a>") && !part.equals("</svg>"));
        marked.append(part);
      } else {
        Matcher starred = STARRED.matcher(part);
        while (!note.isEmpty() && starred.find()) {
          after.append(running(first.apply(name++))).append(running(foot));
          if (!kept) {
            starred.appendReplacement(marked, "$0" + Matcher.quoteReplacement(after.toString()));
            after.setLength(0);
          }
        }
        if (kept || note.isEmpty()) {
          marked.append(part);
        } else {
          starred.appendTail(marked);
        }
      }
      if (!kept) {
        marked.append(after);
        after.setLength(0);
      }
    }
    return BODY.matcher(marked)
        .replaceFirst("$0" + Matcher.quoteReplacement(begins.isEmpty() ? "" : running(begins)));
  }

  /** What is left out holds its place, so that nothing moves. */
  private static String running(String content) {
    return content.isEmpty()
        ? "<span class=\"quiet\"></span>"
        : "<div class=\"foot\">" + content + "</div>";
  }
}
