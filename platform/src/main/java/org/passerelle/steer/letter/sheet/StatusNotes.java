package org.passerelle.steer.letter.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
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
    byte[] first = press.apply(with(false, Set.of()));
    if (note.isEmpty()) {
      return first;
    }
    Found found = found(first);
    return press.apply(with(found.cover, found.without));
  }

  /**
   * Where the note is to be left out of the margin.
   *
   * @param cover whether the first page has it there
   * @param without the names, counted from 0, on the page on which it stands in the text
   */
  private record Found(boolean cover, Set<Integer> without) {}

  private Found found(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper reader = new PDFTextStripper();
      Set<Integer> without = new HashSet<>();
      boolean cover = false;
      int before = 0;
      for (int sheet = 1; sheet <= document.getNumberOfPages(); sheet++) {
        reader.setStartPage(sheet);
        reader.setEndPage(sheet);
        String text = reader.getText(document);
        int names = (int) STARRED.matcher(text).results().count();
        // the first page begins without, so there the one within the text is the only one
        boolean within = count(text) > (names == 0 || sheet == 1 ? 0 : 1);
        if (within) {
          for (int name = before; name < before + names; name++) {
            without.add(name);
          }
        } else if (sheet == 1) {
          cover = names > 0;
        }
        before += names;
      }
      return new Found(cover, without);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int count(String text) {
    String letters = letters(text);
    String sought = letters(note);
    int count = 0;
    for (int at = letters.indexOf(sought); at >= 0; at = letters.indexOf(sought, at + 1)) {
      count++;
    }
    return count;
  }

  private static String letters(String text) {
    return NO_LETTER.matcher(text).replaceAll("");
  }

  /** The page with what runs in its margin. */
  private String with(boolean cover, Set<Integer> without) {
    String pair = running(noted) + running(foot);
    List<String> after = new ArrayList<>();
    StringBuilder marked = new StringBuilder(page.length() + 20_000);
    Matcher piece = Ordinals.PIECE.matcher(page);
    boolean link = false;
    int name = 0;
    while (piece.find()) {
      String part = piece.group();
      if (part.startsWith("<")) {
        marked.append(part);
        link = part.startsWith("<a ") || (link && !part.equals("</a>"));
      } else {
        Matcher starred = STARRED.matcher(part);
        while (!note.isEmpty() && starred.find()) {
          // what is left out holds its place, so that nothing moves
          after.add(without.contains(name++) ? running("") + running(foot) : pair);
          if (!link) {
            starred.appendReplacement(marked, "$0" + Matcher.quoteReplacement(after.remove(0)));
          }
        }
        if (link || note.isEmpty()) {
          marked.append(part);
        } else {
          starred.appendTail(marked);
        }
      }
      if (!link && !after.isEmpty()) {
        // what runs within a link would be a link itself
        after.forEach(marked::append);
        after.clear();
      }
    }
    return BODY.matcher(marked)
        .replaceFirst("$0" + Matcher.quoteReplacement(running(cover ? noted : foot)));
  }

  private static String running(String content) {
    return content.isEmpty()
        ? "<span class=\"quiet\"></span>"
        : "<div class=\"foot\">" + content + "</div>";
  }
}
