package org.passerelle.understand.dossier.edition;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.passerelle.paper.Paper;

/** Renders a document as an accessible PDF. Safe for concurrent use. */
public final class DossierPaper {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          DossierPaper.class.getClassLoader(),
          "org.passerelle.pages.templates");

  static {
    ENGINE.setTrimControlStructures(true);
  }

  private static final String STYLE = Paper.text("/understand/dossier.css");

  private DossierPaper() {}

  /** On A4, PDF/UA-1 and PDF/A-3a. */
  public static byte[] pdf(Document document) {
    return Paper.pdf(document.language(), page(document));
  }

  static String page(Document document) {
    StringOutput page = new StringOutput(200_000);
    String style = STYLE.replace("FOOTER", Paper.styleText(document.footer()));
    ENGINE.render(
        "understand/dossier/paper.jte",
        Map.of("document", document, "style", (Content) output -> output.writeContent(style)),
        page);
    return page.toString();
  }
}
