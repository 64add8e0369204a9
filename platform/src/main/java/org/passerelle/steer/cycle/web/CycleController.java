package org.passerelle.steer.cycle.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.pages.Act;
import org.passerelle.pages.FileAnswer;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.paper.WordDocument;
import org.passerelle.steer.cycle.Comment;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Decision;
import org.passerelle.steer.cycle.Seats;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reports and programmes, a document, its comments and decisions, the seats. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
class CycleController {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private final Cycle cycle;
  private final Seats seats;

  CycleController(Cycle cycle, Seats seats) {
    this.cycle = cycle;
    this.seats = seats;
  }

  @GetMapping("/steer/cycle")
  String list(Act act) {
    String seat = seats.of(act.who().user()).orElse("");
    int members = seats.members().size();
    return act.with("manager", act.who().is(Role.PROGRAMME_MANAGER))
        .with("form", act.form(Map.of()))
        .show(
            "steer/cycle/list",
            cycle.all().stream().map(d -> line(d, seat, members, act.page())).toList());
  }

  private CyclePage.Line line(CycleDocument document, String seat, int members, Page page) {
    List<Decision> decisions = cycle.decisions(document);
    return new CyclePage.Line(
        document,
        title(document, page),
        (int) decisions.stream().filter(Decision::approved).count(),
        members,
        document.state() == CycleDocument.State.SUBMITTED
            && !seat.isEmpty()
            && decisions.stream().noneMatch(x -> x.member().equals(seat)));
  }

  @PostMapping("/steer/cycle")
  @Allowed(Role.PROGRAMME_MANAGER)
  String draft(Act act) {
    Filled form = act.form();
    String kind = form.neededCode("kind", Set.of("REPORT", "PROGRAMME"));
    int year = form.neededNumber("year", FIRST_YEAR, LAST_YEAR);
    return act.submit(
        () -> list(act),
        () ->
            "/steer/cycle/" + cycle.draft(act.who(), CycleDocument.Kind.valueOf(kind), year).id());
  }

  @GetMapping("/steer/cycle/{id}")
  String read(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    return show(id, act);
  }

  String show(UUID id, Act act) {
    return act.show("steer/cycle/document", view(id, act));
  }

  /** The document with the decisions of the committee, in the reader's language. */
  @GetMapping("/steer/cycle/{id}.pdf")
  ResponseEntity<byte[]> paper(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    CyclePage view = view(id, act);
    return FileAnswer.shown(name(view, "pdf", act), MediaType.APPLICATION_PDF)
        .body(CyclePaper.pdf(view, act.page()));
  }

  /** The same for a word processor. */
  @GetMapping("/steer/cycle/{id}.docx")
  ResponseEntity<byte[]> word(@PathVariable UUID id, Act act) {
    act.form(Map.of());
    CyclePage view = view(id, act);
    return FileAnswer.saved(name(view, "docx", act), MediaType.parseMediaType(WordDocument.TYPE))
        .body(CycleWord.docx(view, act.page()));
  }

  private static String name(CyclePage view, String ending, Act act) {
    CycleDocument document = view.document();
    String kind = document.kind().name().toLowerCase(Locale.ROOT);
    return "%s-%d-%s.%s".formatted(kind, document.year(), act.language().tag(), ending);
  }

  private CyclePage view(UUID id, Act act) {
    CycleDocument document = cycle.need(id);
    Page page = act.page();
    List<Decision> decisions = cycle.decisions(document);
    List<Comment> comments = cycle.comments(document);
    Set<String> open = Set.copyOf(document.missing().stream().map(s -> s.text("key")).toList());
    boolean manager = act.who().is(Role.PROGRAMME_MANAGER);
    return new CyclePage(
        document,
        title(document, page),
        document.sections().stream()
            .map(
                s ->
                    new CyclePage.Part(
                        s.text("key"),
                        s.wording("heading").in(page.language()),
                        List.of(s.wording("text").in(page.language()).split("\n\\s*\n", -1)),
                        comments.stream().filter(c -> c.section().equals(s.text("key"))).toList(),
                        open.contains(s.text("key"))))
            .toList(),
        seats.members().stream()
            .map(
                m ->
                    new CyclePage.Seat(
                        m.name().in(page.language()),
                        decisions.stream()
                            .filter(d -> d.member().equals(m.id()))
                            .reduce((first, last) -> last)))
            .toList(),
        comments.stream().filter(c -> c.section().isEmpty()).toList(),
        seats.of(act.who().user()).orElse(""),
        manager && document.open(),
        manager,
        act.form());
  }

  @PostMapping("/steer/cycle/{id}/decisions")
  @Allowed(Role.STEERING_MEMBER)
  String decide(@PathVariable UUID id, Act act) {
    CycleDocument document = cycle.need(id);
    boolean approved = act.form().shown("as").equals("approve");
    String reason = act.form().text("reason", 2_000);
    return act.submit(
        () -> show(id, act),
        () -> {
          cycle.decide(act.who(), document, approved, reason);
          act.notice("good", approved ? "cycle.approved" : "cycle.returned");
          return "/steer/cycle/" + id;
        });
  }

  @PostMapping("/steer/cycle/{id}/comments")
  String comment(@PathVariable UUID id, Act act) {
    CycleDocument document = cycle.need(id);
    Set<String> keys = Set.copyOf(document.sections().stream().map(s -> s.text("key")).toList());
    String section = act.form().code("section", keys);
    String text = act.form().neededText("comment", 4_000);
    return act.submit(
        () -> show(id, act),
        () -> {
          cycle.comment(act.who(), document, section, text);
          return "/steer/cycle/" + id + (section.isEmpty() ? "#remarks" : "#" + section);
        });
  }

  @GetMapping("/steer/cycle/seats")
  @Allowed(Role.PROGRAMME_MANAGER)
  String seats(Act act) {
    return act.with("sitting", seats.sitting())
        .with("taken", seats.all())
        .show(
            "steer/cycle/seats",
            seats.members().stream()
                .map(m -> new Option(m.id(), m.name().in(act.language())))
                .toList());
  }

  @PostMapping("/steer/cycle/seats")
  @Allowed(Role.PROGRAMME_MANAGER)
  String seat(@RequestParam UUID user, Act act) {
    return act.once(
        () -> {
          seats.seat(act.who(), user, act.form().text("seat-" + user, 80));
          act.notice("good", "cycle.seated");
          return "/steer/cycle/seats";
        });
  }

  static String title(CycleDocument document, Page page) {
    return page.text(
        "cycle.title." + document.kind().name().toLowerCase(Locale.ROOT),
        String.valueOf(document.year()));
  }

  /** Latest plausible day of a session, so that typing errors are reported. */
  static LocalDate latest(Page page) {
    return page.moments().today().plusYears(3);
  }
}
