package org.passerelle.steer.letter;

import gg.jte.Content;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Language;
import org.passerelle.steer.letter.words.Ordinals;

/**
 * An issue as subscribers get it: its title, its editorial and its contents, each line leading to
 * the page. One column, styles within the elements, nothing loaded from elsewhere and no picture,
 * so that every mail program shows it and none tells anybody that it was opened. Safe for
 * concurrent use.
 */
public final class MailForm {
  private static final Pattern LINK = Pattern.compile("https?://[\\w./:#?=&%-]+");

  private static final TemplateEngine ENGINE = Typesetter.ENGINE;

  private MailForm() {}

  /** A page for mail programs, with {@link Letters#ADDRESS} and {@link Letters#LEAVE}. */
  static String html(Edition edition) {
    String page =
        render("steer/letter/mailing/issue.jte", Map.of("edition", edition, "at", at(edition)));
    return Typesetter.isFrench(edition) ? Ordinals.raised(page) : page;
  }

  /** Where the edition stands. */
  private static String at(Edition edition) {
    return Letters.ADDRESS + "/letters/" + edition.number() + "/" + edition.language().tag();
  }

  /** The same as plain text; lines are not cut, since mail programs wrap them. */
  static String plain(Edition edition) {
    StringBuilder text = new StringBuilder();
    text.append(edition.documentTitle()).append("\n\n").append(edition.title()).append("\n");
    text.append(edition.theme()).append("\n\n");
    text.append(edition.word("mail.page")).append("\n").append(at(edition)).append("\n\n");
    text.append(edition.word("mail.pdf")).append("\n").append(at(edition)).append(".pdf\n");
    Section editorial = editorial(edition);
    if (editorial != null) {
      text.append("\n").append(editorial.heading()).append("\n");
      if (!editorial.by().isEmpty()) {
        text.append(editorial.by()).append("\n");
      }
      editorial.text().forEach(block -> plain(block, text));
      if (editorial.signatory() != null) {
        text.append("\n").append(editorial.signatory().words()).append("\n");
      }
    }
    if (!edition.contents().isEmpty()) {
      text.append("\n").append(edition.word("contents")).append("\n");
    }
    for (Section section : edition.contents()) {
      text.append("- ").append(section.contents()).append("\n  ");
      text.append(at(edition)).append("#").append(section.id()).append("\n");
    }
    if (!status(edition).isEmpty()) {
      text.append("\n").append(status(edition)).append("\n");
    }
    text.append("\n-- \n");
    edition.footer().forEach(line -> text.append(line).append("\n"));
    text.append("\n").append(edition.word("mail.why")).append("\n");
    text.append(edition.word("mail.leave")).append("\n").append(Letters.LEAVE).append("\n");
    return text.toString();
  }

  /** A block of text without its formatting; the address of a link stands after its words. */
  private static void plain(Paragraph block, StringBuilder text) {
    text.append("\n");
    if (block.items().isEmpty()) {
      text.append(words(block)).append("\n");
    }
    for (int i = 0; i < block.items().size(); i++) {
      String sign = block.kind() == Paragraph.Kind.NUMBERED ? (i + 1) + ". " : "- ";
      text.append(sign).append(words(block.items().get(i))).append("\n");
    }
  }

  private static String words(Paragraph block) {
    StringBuilder words = new StringBuilder();
    List<Paragraph.Run> runs = block.runs();
    for (int i = 0; i < runs.size(); i++) {
      String link = runs.get(i).link();
      words.append(runs.get(i).text());
      boolean over = i + 1 == runs.size() || !runs.get(i + 1).link().equals(link);
      if (!link.isEmpty() && over) {
        words.append(" (").append(link).append(")");
      }
    }
    return words.toString();
  }

  /** The editorial, which is in the mail as a whole; null if the issue has none. */
  public static @Nullable Section editorial(Edition edition) {
    return edition.sections().isEmpty() || !edition.sections().get(0).type().equals("editorial")
        ? null
        : edition.sections().get(0);
  }

  /** The note on status, where the mail names Kosovo; else empty. */
  public static String status(Edition edition) {
    Section editorial = editorial(edition);
    if (editorial != null && !editorial.asterisk().isEmpty()) {
      return editorial.asterisk();
    }
    return edition.contents().stream()
        .filter(section -> section.contents().contains("*"))
        .map(Section::asterisk)
        .filter(note -> !note.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * A short mail of our own as a page: its paragraphs, with each address as a link.
   *
   * @param text plain text, paragraphs separated by empty lines
   */
  public static String note(Language language, String title, String text) {
    List<Content> paragraphs = Arrays.stream(text.split("\n\n", -1)).map(MailForm::linked).toList();
    return render(
        "steer/letter/mailing/note.jte",
        Map.of("language", language.tag(), "title", title, "paragraphs", paragraphs));
  }

  private static String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput(30_000);
    ENGINE.render(template, parameters, page);
    return page.toString();
  }

  private static Content linked(String paragraph) {
    return output -> {
      int from = 0;
      Matcher links = LINK.matcher(paragraph);
      while (links.find()) {
        output.writeUserContent(paragraph.substring(from, links.start()));
        output.writeContent("<a style=\"color:#0d4a59\" href=\"");
        output.writeUserContent(links.group());
        output.writeContent("\">");
        output.writeUserContent(links.group());
        output.writeContent("</a>");
        from = links.end();
      }
      output.writeUserContent(paragraph.substring(from));
    };
  }
}
