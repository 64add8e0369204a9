package org.passerelle.steer.cycle.web;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;
import org.passerelle.pages.Page;
import org.passerelle.paper.Paper;
import org.passerelle.steer.cycle.CycleDocument;

/**
 * A report or programme as an accessible PDF (PDF/UA-1), with a page of the committee's decisions.
 * One that is not approved says so on every page. Bodies decide, so persons are not named.
 */
final class CyclePaper {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          CyclePaper.class.getClassLoader(),
          "org.passerelle.pages.templates");

  static {
    ENGINE.setTrimControlStructures(true);
  }

  private static final String STYLE = Paper.text("/steer/cycle/print.css");

  private CyclePaper() {}

  static byte[] pdf(CyclePage view, Page page) {
    String mark =
        view.document().state() == CycleDocument.State.APPROVED
            ? "none"
            : Paper.styleText(List.of(page.text("cycle.paper.not-approved")));
    String style =
        STYLE.replace("MARK", mark).replace("FOOTER", Paper.styleText(List.of(view.title())));
    StringOutput out = new StringOutput(100_000);
    ENGINE.render(
        "steer/cycle/print.jte",
        Map.of("page", page, "view", view, "style", (Content) output -> output.writeContent(style)),
        out);
    return Paper.pdf(page.language().tag(), out.toString());
  }
}
