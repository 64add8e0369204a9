package org.passerelle.steer.cycle.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.passerelle.PublicProcess;
import org.passerelle.access.OpenToAll;
import org.passerelle.language.Language;
import org.passerelle.pages.Act;
import org.passerelle.pages.Page;
import org.passerelle.refusal.NotFound;
import org.passerelle.register.Register;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Seats;
import org.passerelle.steer.cycle.Summaries;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What everybody may read of approved reports and programmes. */
@Controller
@OpenToAll
@PublicProcess
class SummaryPages {
  private static final String HERE = "/reports";
  private final Summaries summaries;
  private final Register register;

  SummaryPages(Summaries summaries, Register register) {
    this.summaries = summaries;
    this.register = register;
  }

  @GetMapping(HERE)
  String all(Act act) {
    Page page = act.page();
    return act.show(
        "steer/cycle/summaries",
        summaries.all().stream()
            .map(
                document ->
                    new SummaryPage.Line(
                        href(document), CycleController.title(document, page), document))
            .toList());
  }

  @GetMapping(HERE + "/{kind}/{year}")
  String one(@PathVariable String kind, @PathVariable int year, Act act) {
    Summaries.Summary summary =
        kind(kind).flatMap(known -> summaries.find(known, year)).orElseThrow(NotFound::new);
    Language language = act.language();
    return act.show(
        "steer/cycle/summary",
        new SummaryPage(
            summary,
            CycleController.title(summary.document(), act.page()),
            List.of(summary.text().in(language).split("\n\\s*\n", -1)),
            Seats.members(register.facts()).stream()
                .filter(body -> summary.bodies().contains(body.id()))
                .map(body -> body.name().in(language))
                .toList()));
  }

  /** Address of the summary of a document. */
  static String href(CycleDocument document) {
    return HERE + "/" + document.kind().name().toLowerCase(Locale.ROOT) + "/" + document.year();
  }

  private static Optional<CycleDocument.Kind> kind(String asked) {
    return Arrays.stream(CycleDocument.Kind.values())
        .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(asked))
        .findFirst();
  }
}
