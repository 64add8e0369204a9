package org.passerelle.protect.casework.care.booking.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Caseworkers;
import org.passerelle.accounts.Users;
import org.passerelle.forms.words.CodeOptions;
import org.passerelle.pages.Act;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Hour;
import org.passerelle.pages.Option;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.booking.Interpreters;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.Cases;
import org.passerelle.protect.casework.cases.team.CaseTeam;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.refusal.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Pages of the bookings of a case. */
@Controller
@Caseworkers
class BookingsController {
  private static final String ALL = "/protect/cases/{id}/bookings";
  private static final String ONE = ALL + "/{booking}";
  private static final Set<String> WAYS = Set.of("in_person", "telephone", "video");
  private static final String INTERPRETATION = "interpretation";
  private static final int LONGEST = 720;

  private final Bookings bookings;
  private final Interpreters interpreters;
  private final Catalogue catalogue;
  private final Cases cases;
  private final CaseTeam team;
  private final Users users;
  private final CodeOptions options;

  BookingsController(
      Bookings bookings,
      Interpreters interpreters,
      Catalogue catalogue,
      Cases cases,
      CaseTeam team,
      Users users,
      CodeOptions options) {
    this.bookings = bookings;
    this.interpreters = interpreters;
    this.catalogue = catalogue;
    this.cases = cases;
    this.team = team;
    this.users = users;
    this.options = options;
  }

  private static String at(UUID id) {
    return "/protect/cases/" + id + "/bookings";
  }

  @GetMapping(ALL)
  String all(@PathVariable UUID id, Act act) {
    return page(id, "list", null, null, act);
  }

  @GetMapping(ALL + "/new")
  String blank(@PathVariable UUID id, Act act) {
    CareService.Entry entry =
        act.asked().id("entry").map(e -> catalogue.find(e, act.who())).orElse(null);
    Case file = cases.find(id, act.who());
    Map<String, String> first = new HashMap<>();
    first.put("entry", entry == null ? "" : entry.id().toString());
    first.put(
        "need",
        entry == null ? INTERPRETATION : entry.service().needs().stream().findFirst().orElse(""));
    first.put("language", file.person().languages().stream().findFirst().orElse(""));
    first.put("way", "in_person");
    first.put("minutes", "60");
    act.form(first);
    return page(id, "new", null, entry, act);
  }

  @PostMapping(ALL)
  String book(@PathVariable UUID id, Act act) {
    Filled form = act.form();
    // an entry closed while the form was open is refused there, so that input is not lost
    CareService.Entry entry =
        form.id("entry")
            .filter(e -> catalogue.shows(e, act.who()))
            .map(e -> catalogue.find(e, act.who()))
            .orElse(null);
    Booking.Draft draft = draft(id, entry, act);
    return act.refusalsAt("interpreter")
        .submit(
            () -> page(id, "new", null, entry, act),
            at(id),
            () -> {
              bookings.book(id, draft, act.who());
              act.notice("good", "booking.made");
            });
  }

  private Booking.Draft draft(UUID id, CareService.@Nullable Entry entry, Act act) {
    Filled form = act.form();
    LocalDate today = act.page().moments().today();
    String need = form.neededCode("need", options.codes("care_needs"));
    UUID interpreter = form.id("interpreter").orElse(null);
    String language =
        interpreter == null ? "" : form.neededCode("language", options.codes("languages"));
    LocalDate day = form.neededDay("day", today.plusYears(2), today);
    Instant from =
        day.atTime(Hour.needed(form, "time")).atZone(act.page().moments().zone()).toInstant();
    if (form.errors().of("day", act.page()).isEmpty() && day.isBefore(today)) {
      form.errors().add("day", "care.error.past");
    }
    return new Booking.Draft(
        form.id("entry").orElse(null),
        need,
        interpreter,
        interpreter == null ? null : language,
        form.neededCode("way", WAYS),
        from,
        from.plusSeconds(60L * form.neededNumber("minutes", 5, LONGEST)),
        form.id("accompanied").filter(members(id, act)::contains).orElse(null),
        new Booking.Words(
            form.text("where", 300), form.text("who_else", 200), form.text("note", 2000)),
        act.text(
            "booking.task",
            entry == null
                ? options.label("care_needs", need, act.language())
                : entry.service().name(),
            act.page().moments().time(from)),
        form.text("sure", 100));
  }

  @PostMapping(ONE + "/kept")
  String kept(@PathVariable UUID id, @PathVariable UUID booking, Act act) {
    return act.once(
        at(id),
        () -> {
          bookings.kept(id, booking, act.who());
          act.notice("good", "booking.kept");
        });
  }

  /** The form to record why a booking did not take place. */
  @GetMapping(ONE)
  String one(@PathVariable UUID id, @PathVariable UUID booking, Act act) {
    Booking found = bookings.find(id, booking, act.who());
    if (!found.open()) {
      throw new NotFound();
    }
    act.form(Map.of());
    return page(id, "end", found, null, act);
  }

  @PostMapping(ONE + "/end")
  String end(@PathVariable UUID id, @PathVariable UUID booking, Act act) {
    Filled form = act.form();
    Booking found = bookings.find(id, booking, act.who());
    String outcome = form.neededCode("outcome", Set.of("missed", "cancelled"));
    String reason = form.text("reason", 2000);
    return act.refusalsAt("outcome")
        .submit(
            () -> page(id, "end", found, null, act),
            at(id),
            () -> {
              bookings.end(id, booking, outcome, reason, act.who());
              act.notice("good", "booking." + outcome);
            });
  }

  private Set<UUID> members(UUID id, Act act) {
    return new HashSet<>(team.members(id, act.who()));
  }

  private String page(
      UUID id, String template, @Nullable Booking one, CareService.@Nullable Entry entry, Act act) {
    Case file = cases.find(id, act.who());
    List<Booking> all = bookings.of(id, act.who());
    Map<UUID, CareService.Entry> entries = new HashMap<>();
    all.stream()
        .map(Booking::entry)
        .filter(Objects::nonNull)
        .distinct()
        .forEach(e -> entries.put(e, catalogue.named(e)));
    Set<UUID> members = members(id, act);
    Set<UUID> people = new HashSet<>(members);
    all.stream().map(Booking::accompanied).filter(Objects::nonNull).forEach(people::add);
    Map<UUID, String> names = users.names(people);
    return act.show(
        "protect/care/booking/" + template,
        new BookingsPage(
            file,
            all,
            one,
            entry,
            entries,
            fitting(file, act),
            act.form(),
            new CaseWords(options, act.language()),
            names,
            members.stream()
                .map(m -> new Option(m.toString(), names.getOrDefault(m, "…")))
                .sorted((a, b) -> a.label().compareTo(b.label()))
                .toList()));
  }

  /** Interpreters who speak a language of the person first. */
  private List<Interpreter> fitting(Case file, Act act) {
    List<String> spoken = file.person().languages();
    return interpreters.of(act.who()).stream()
        .sorted(
            (a, b) ->
                Boolean.compare(
                    b.languages().stream().anyMatch(spoken::contains),
                    a.languages().stream().anyMatch(spoken::contains)))
        .toList();
  }
}
