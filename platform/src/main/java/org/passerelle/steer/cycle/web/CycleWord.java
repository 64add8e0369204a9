package org.passerelle.steer.cycle.web;

import java.util.List;
import java.util.Locale;
import org.passerelle.pages.Page;
import org.passerelle.paper.WordDocument;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Decision;

/**
 * A report or programme for those who go on writing in a word processor: the same sections and
 * decisions as on paper. What they write there comes back through the editor only.
 */
final class CycleWord {
  private CycleWord() {}

  static byte[] docx(CyclePage view, Page page) {
    CycleDocument document = view.document();
    WordDocument word = new WordDocument(view.title(), page.language().tag());
    String state =
        page.text("cycle.state." + document.state().name().toLowerCase(Locale.ROOT))
            + " · "
            + page.text("cycle.version", document.version());
    word.note(
        document.session() == null
            ? state
            : state + " · " + page.text("cycle.session", page.moments().date(document.session())));
    for (CyclePage.Part part : view.parts()) {
      word.heading(part.heading());
      part.paragraphs().forEach(word::paragraph);
    }
    word.heading(page.text("cycle.paper.decisions"));
    word.table(
        List.of(
            page.text("cycle.paper.body"),
            page.text("cycle.paper.decision"),
            page.text("cycle.paper.day")),
        view.seats().stream().map(seat -> row(seat, page)).toList());
    if (!document.digest().isEmpty() && document.frozenAt() != null) {
      word.note(
          page.text("cycle.frozen", page.moments().lasting(document.frozenAt()))
              + " "
              + document.digest());
    }
    return word.bytes();
  }

  private static List<String> row(CyclePage.Seat seat, Page page) {
    if (seat.decision().isEmpty()) {
      return List.of(seat.name(), page.text("cycle.none-decided"), "–");
    }
    Decision decision = seat.decision().get();
    String said =
        page.text(decision.approved() ? "cycle.decision.approved" : "cycle.decision.returned");
    return List.of(
        seat.name(),
        decision.reason().isEmpty() ? said : said + ". " + decision.reason(),
        page.moments().lasting(decision.at()));
  }
}
