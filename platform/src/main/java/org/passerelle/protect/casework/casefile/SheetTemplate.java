package org.passerelle.protect.casework.casefile;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.passerelle.paper.Paper;

/** Renders a document as HTML for the PDF. */
final class SheetTemplate {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          SheetTemplate.class.getClassLoader(),
          "org.passerelle.pages.templates");

  static {
    ENGINE.setTrimControlStructures(true);
  }

  private static final String STYLE = Paper.text("/protect/casefile.css");

  private SheetTemplate() {}

  static String of(Sheet sheet) {
    StringOutput page = new StringOutput(50_000);
    String style = STYLE.replace("FOOTER", Paper.styleText(sheet.footer()));
    ENGINE.render(
        "protect/casefile/sheet.jte",
        Map.of("sheet", sheet, "style", (Content) output -> output.writeContent(style)),
        page);
    return page.toString();
  }
}
