package org.passerelle.steer.letter;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.passerelle.paper.Paper;
import org.passerelle.steer.letter.sheet.LastPage;
import org.passerelle.steer.letter.sheet.StatusNotes;
import org.passerelle.steer.letter.words.Ordinals;

/**
 * Renders an edition as a self-contained page and as an accessible PDF (PDF/UA-1 and PDF/A-3a).
 * Needs neither the server nor fonts of the machine. Safe for concurrent use.
 */
public final class Typesetter {
  static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Typesetter.class.getClassLoader(),
          "org.passerelle.pages.templates");

  static {
    ENGINE.setTrimControlStructures(true);
  }

  private static final String PRINT = Paper.text("/steer/letter/print.css");
  private static final String SCREEN = Paper.text("/static/letter.css");

  /** Where a block stands in the issue is not known of its proof. */
  private static final String PROOF =
      "\n.sheet { page-break-before: auto; } @page { @bottom-left { content: none; } @bottom-right { content: none; } }";

  private Typesetter() {}

  /** The issue as an article for embedding in a page of the application. */
  public static String article(Edition edition) {
    String article = render("steer/letter/article.jte", Map.of("edition", edition));
    return isFrench(edition) ? Ordinals.raised(article) : article;
  }

  /** The issue as a self-contained page. */
  public static String page(Edition edition) {
    String article = article(edition);
    return render(
        "steer/letter/standalone.jte",
        Map.of(
            "edition",
            edition,
            "style",
            (Content) output -> output.writeContent(SCREEN),
            "article",
            (Content) output -> output.writeContent("<!--letter-->" + article + "<!--/letter-->")));
  }

  /** Extracts the article from a {@linkplain #page page}. */
  public static String articleOf(String page) {
    int from = page.indexOf("<!--letter-->");
    int to = page.lastIndexOf("<!--/letter-->");
    return from < 0 || to < from ? "" : page.substring(from + "<!--letter-->".length(), to);
  }

  /** The only block of an edition, as a page shows it. */
  static String section(Edition edition) {
    String section =
        render(
            "steer/letter/section.jte",
            Map.of("edition", edition, "section", edition.sections().get(0), "print", false));
    return isFrench(edition) ? Ordinals.raised(section) : section;
  }

  /** A block of an edition as it stands on paper: the cover if it is the editorial. */
  static byte[] proof(Edition edition, Section section) {
    String style = PRINT.replace("MARK", "none").replace("MINISTRY", ministry(edition));
    String page =
        render(
            "steer/letter/proof.jte",
            Map.of(
                "edition",
                edition,
                "section",
                section,
                "style",
                (Content) output -> output.writeContent(style + PROOF)));
    return Paper.pdf(edition.language().tag(), forPaper(edition, page));
  }

  /** The issue as an A4 PDF. */
  public static byte[] pdf(Edition edition) {
    return pdf(edition, "");
  }

  /** The same, marked as a draft on every page and in its title. */
  static byte[] draft(Edition edition) {
    return pdf(edition, edition.word("draft"));
  }

  private static byte[] pdf(Edition edition, String mark) {
    return LastPage.fitted(fit -> pdf(edition, mark, fit));
  }

  private static byte[] pdf(Edition edition, String mark, String fit) {
    String style =
        PRINT
                .replace("MARK", mark.isEmpty() ? "none" : Paper.styleText(List.of(mark)))
                .replace("MINISTRY", ministry(edition))
            + fit;
    String page =
        render(
            "steer/letter/print.jte",
            Map.of(
                "edition",
                edition.noted(),
                "mark",
                mark,
                "style",
                (Content) output -> output.writeContent(style)));
    return new StatusNotes(
            forPaper(edition, page),
            edition.status(),
            note -> forPaper(edition, foot(edition, note)))
        .set(set -> Paper.pdf(edition.language().tag(), set));
  }

  /** The foot of a page: the note on status if there is one, and the lines below it. */
  private static String foot(Edition edition, String note) {
    return render("steer/letter/foot.jte", Map.of("lines", edition.footer(), "note", note));
  }

  private static String forPaper(Edition edition, String page) {
    return isFrench(edition) ? Ordinals.raisedForPaper(page) : page;
  }

  private static String ministry(Edition edition) {
    List<String> names = edition.masthead().names();
    return names.isEmpty() ? "none" : Paper.styleText(List.of(String.join(" · ", names)));
  }

  static boolean isFrench(Edition edition) {
    return edition.language().key().equals("fr");
  }

  private static String render(String template, Map<String, Object> parameters) {
    StringOutput page = new StringOutput(200_000);
    ENGINE.render(template, parameters, page);
    return page.toString();
  }
}
