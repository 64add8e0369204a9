package org.passerelle.steer.cycle.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Allowed;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Notices;
import org.passerelle.pages.OnceOnly;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.steer.cycle.Comment;
import org.passerelle.steer.cycle.Cycle;
import org.passerelle.steer.cycle.CycleDocument;
import org.passerelle.steer.cycle.Decision;
import org.passerelle.steer.cycle.Seats;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of reports and programmes, one of them, the remarks and decisions on it, the seats. */
@Controller
@Allowed({Role.PROGRAMME_MANAGER, Role.STEERING_MEMBER})
class CycleController {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private final Cycle cycle;
  private final Seats seats;
  private final OnceOnly once;

  CycleController(Cycle cycle, Seats seats, OnceOnly once) {
    this.cycle = cycle;
    this.seats = seats;
    this.once = once;
  }

  @GetMapping("/steer/cycle")
  String list(
      @AuthenticationPrincipal SignedIn who, @ModelAttribute("page") Page page, Model model) {
    return list(who, page, model, Filled.of(Map.of()));
  }

  private String list(SignedIn who, Page page, Model model, Filled form) {
    String seat = seats.of(who.user()).orElse("");
    int members = seats.members().size();
    model.addAttribute(
        "lines",
        cycle.all().stream()
            .map(
                d -> {
                  List<Decision> decisions = cycle.decisions(d);
                  return new CyclePage.Line(
                      d,
                      title(d, page),
                      (int) decisions.stream().filter(Decision::approved).count(),
                      members,
                      d.state() == CycleDocument.State.SUBMITTED
                          && !seat.isEmpty()
                          && decisions.stream().noneMatch(x -> x.member().equals(seat)));
                })
            .toList());
    model.addAttribute("manager", who.is(Role.PROGRAMME_MANAGER));
    model.addAttribute("form", form);
    return "steer/cycle/list";
  }

  @PostMapping("/steer/cycle")
  @Allowed(Role.PROGRAMME_MANAGER)
  String draft(
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    Filled form = Filled.of(sent);
    String kind = form.neededCode("kind", Set.of("REPORT", "PROGRAMME"));
    int year = form.number("year", FIRST_YEAR, LAST_YEAR).orElse(0);
    if (year == 0) {
      form.errors().add("year", "form.error.required");
    }
    if (!form.errors().isEmpty()) {
      return list(who, page, model, form);
    }
    return once.run(
        form.once(),
        who,
        () -> "/steer/cycle/" + cycle.draft(who, CycleDocument.Kind.valueOf(kind), year).id());
  }

  @GetMapping("/steer/cycle/{id}")
  String read(
      @PathVariable UUID id,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    return show(cycle.need(id), who, page, model, Filled.of(Map.of()));
  }

  String show(CycleDocument document, SignedIn who, Page page, Model model, Filled form) {
    List<Decision> decisions = cycle.decisions(document);
    List<Comment> comments = cycle.comments(document);
    Set<String> open =
        Set.copyOf(Cycle.missing(document).stream().map(s -> s.text("key")).toList());
    model.addAttribute(
        "view",
        new CyclePage(
            document,
            title(document, page),
            document.sections().stream()
                .map(
                    s ->
                        new CyclePage.Part(
                            s.text("key"),
                            s.wording("heading").in(page.language()),
                            List.of(s.wording("text").in(page.language()).split("\n\\s*\n", -1)),
                            comments.stream()
                                .filter(c -> c.section().equals(s.text("key")))
                                .toList(),
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
            seats.of(who.user()).orElse(""),
            who.is(Role.PROGRAMME_MANAGER) && document.open(),
            who.is(Role.PROGRAMME_MANAGER),
            form));
    return "steer/cycle/document";
  }

  @PostMapping("/steer/cycle/{id}/decisions")
  @Allowed(Role.STEERING_MEMBER)
  String decide(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request,
      Model model) {
    Filled form = Filled.of(sent);
    CycleDocument document = cycle.need(id);
    boolean approved = form.shown("as").equals("approve");
    String reason = form.text("reason", 2_000);
    if (!approved && reason.isEmpty()) {
      form.errors().add("reason", "cycle.error.reason");
    }
    if (!form.errors().isEmpty()) {
      return show(document, who, page, model, form);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          cycle.decide(who, document, approved, reason);
          Notices.leave(request, "good", page.text(approved ? "cycle.approved" : "cycle.returned"));
          return "/steer/cycle/" + id;
        });
  }

  @PostMapping("/steer/cycle/{id}/comments")
  String comment(
      @PathVariable UUID id,
      @RequestParam MultiValueMap<String, String> sent,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      Model model) {
    Filled form = Filled.of(sent);
    CycleDocument document = cycle.need(id);
    Set<String> keys = Set.copyOf(document.sections().stream().map(s -> s.text("key")).toList());
    String section = form.code("section", keys);
    String text = form.neededText("comment", 4_000);
    if (!form.errors().isEmpty()) {
      return show(document, who, page, model, form);
    }
    return once.run(
        form.once(),
        who,
        () -> {
          cycle.comment(who, document, section, text);
          return "/steer/cycle/" + id + (section.isEmpty() ? "#remarks" : "#" + section);
        });
  }

  @GetMapping("/steer/cycle/seats")
  @Allowed(Role.PROGRAMME_MANAGER)
  String seats(@ModelAttribute("page") Page page, Model model) {
    Map<UUID, String> taken = seats.all();
    model.addAttribute(
        "options",
        seats.members().stream()
            .map(m -> new Option(m.id(), m.name().in(page.language())))
            .toList());
    List<User> sitting = seats.sitting();
    model.addAttribute("sitting", sitting);
    model.addAttribute("taken", taken);
    return "steer/cycle/seats";
  }

  @PostMapping("/steer/cycle/seats")
  @Allowed(Role.PROGRAMME_MANAGER)
  String seat(
      @RequestParam MultiValueMap<String, String> sent,
      @RequestParam UUID user,
      @AuthenticationPrincipal SignedIn who,
      @ModelAttribute("page") Page page,
      HttpServletRequest request) {
    Filled form = Filled.of(sent);
    return once.run(
        form.once(),
        who,
        () -> {
          seats.seat(who, user, form.text("seat-" + user, 80));
          Notices.leave(request, "good", page.text("cycle.seated"));
          return "/steer/cycle/seats";
        });
  }

  static String title(CycleDocument document, Page page) {
    return page.text(
        "cycle.title." + document.kind().name().toLowerCase(Locale.ROOT),
        String.valueOf(document.year()));
  }

  /** The latest day on which a committee may sit, so that a slip of the pen is said. */
  static LocalDate latest(Page page) {
    return page.moments().today().plusYears(3);
  }
}
