package org.passerelle.prosecute.exhibit.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.evidence.BadCaseFile;
import org.passerelle.evidence.redaction.Area;
import org.passerelle.evidence.redaction.PageImages;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices.Confirmed;
import org.passerelle.prosecute.exhibit.Exhibit;
import org.passerelle.prosecute.exhibit.Exhibits;
import org.passerelle.prosecute.exhibit.RedactionAreas;
import org.passerelle.prosecute.exhibit.Redactions;
import org.passerelle.prosecute.investigation.Investigators;
import org.passerelle.prosecute.investigation.web.InvestigationPages;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Marks areas on the pages of a PDF, burns them into a copy, and shows both side by side. */
@Controller
@Investigators
class RedactionController {
  private static final String HERE = ExhibitPage.ONE + "/redaction";
  private static final int PAGES = 100_000;
  private static final int POINTS = 20_000;
  private final Redactions redactions;
  private final RedactionAreas areas;
  private final Exhibits exhibits;
  private final InvestigationPages pages;

  RedactionController(
      Redactions redactions, RedactionAreas areas, Exhibits exhibits, InvestigationPages pages) {
    this.redactions = redactions;
    this.areas = areas;
    this.exhibits = exhibits;
    this.pages = pages;
  }

  @GetMapping(HERE)
  String show(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    act.form(Map.of());
    return page(id, exhibit, number("page", act), act);
  }

  /** A number of a page in the address; the first if there is none. */
  private static int number(String name, Act act) {
    String typed = act.request().getParameter(name);
    return typed != null && typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : 1;
  }

  private String page(UUID id, UUID exhibit, int number, Act act) {
    String beside = act.request().getParameter("beside");
    Exhibit one = exhibits.find(id, exhibit, act.who());
    List<Exhibit> copies = redactions.copies(id, exhibit, act.who());
    PageImages.Page page = size(id, exhibit, number, act);
    int shown = Math.max(1, Math.min(number, page.pages()));
    act.form().unlessSent("page", String.valueOf(shown));
    RedactionView view =
        new RedactionView(
            one,
            shown,
            page,
            areas.of(id, exhibit, act.who()),
            copies,
            copies.stream()
                .filter(made -> made.id().toString().equals(beside))
                .findFirst()
                .orElse(null));
    return act.with("head", pages.head(id, "exhibits", act))
        .with("view", view)
        .show("prosecute/exhibit/redaction");
  }

  private PageImages.Page size(UUID id, UUID exhibit, int number, Act act) {
    try {
      return PageImages.size(redactions.content(id, exhibit, act.who()), number);
    } catch (BadCaseFile unseen) {
      throw new Refused("redaction.refused.shown");
    }
  }

  /** The picture of a page, also of a copy that waits to be taken in. */
  @GetMapping(ExhibitPage.ONE + "/page")
  ResponseEntity<byte[]> picture(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    int number = number("number", act);
    try {
      byte[] png = PageImages.png(redactions.content(id, exhibit, act.who()), number);
      return FileAnswer.shown("page", MediaType.IMAGE_PNG).body(png);
    } catch (BadCaseFile unseen) {
      throw new NotFound();
    }
  }

  @PostMapping(HERE)
  @Confirmed("prosecute.done.area-marked")
  String mark(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    Filled form = act.form();
    int page = form.neededNumber("page", 1, PAGES);
    int x = form.neededNumber("x", 0, POINTS);
    int y = form.neededNumber("y", 0, POINTS);
    int width = Math.max(1, form.neededNumber("width", 1, POINTS));
    int height = Math.max(1, form.neededNumber("height", 1, POINTS));
    String reason = form.neededText("reason", 200);
    PageImages.Page size = size(id, exhibit, page, act);
    if (page > size.pages()) {
      form.errors().add("page", "redaction.refused.page", size.pages());
    } else if (x >= size.width() || y >= size.height()) {
      form.errors().add("x", "redaction.refused.outside", (int) size.width(), (int) size.height());
    }
    return act.submit(
        () -> page(id, exhibit, page, act),
        () -> {
          areas.mark(id, exhibit, new Area(page, x, y, width, height), reason, act.who());
          return ExhibitPage.at(id, exhibit) + "/redaction?page=" + page;
        });
  }

  @PostMapping(HERE + "/unmark")
  @Confirmed("prosecute.done.area-unmarked")
  String unmark(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    UUID area = act.form().id("area").orElseThrow(NotFound::new);
    int page = act.form().number("page", 1, PAGES).orElse(1);
    return act.once(
        ExhibitPage.at(id, exhibit) + "/redaction?page=" + page,
        () -> areas.unmark(id, exhibit, area, act.who()));
  }

  @PostMapping(HERE + "/burn")
  @Confirmed("")
  String burn(@PathVariable UUID id, @PathVariable UUID exhibit, Act act) {
    return act.once(() -> "/work/" + redactions.burn(id, exhibit, act.who()));
  }
}
