package org.passerelle.protect.casework.care.booking.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.web.CaseWords;

/**
 * View of the bookings of a case.
 *
 * @param one booking that a form is about, or null
 * @param entry catalogue entry to be booked, or null
 * @param entries booked entries, by identifier
 * @param interpreters interpreters of the organisation, those who speak a language of the person
 *     first
 * @param names names of colleagues, by identifier
 * @param team colleagues who may accompany the person
 */
public record BookingsPage(
    Case file,
    List<Booking> all,
    @Nullable Booking one,
    CareService.@Nullable Entry entry,
    Map<UUID, CareService.Entry> entries,
    List<Interpreter> interpreters,
    Filled form,
    CaseWords words,
    Map<UUID, String> names,
    List<Option> team) {
  public BookingsPage {
    all = List.copyOf(all);
    entries = Map.copyOf(entries);
    interpreters = List.copyOf(interpreters);
    names = Map.copyOf(names);
    team = List.copyOf(team);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/bookings";
  }

  /** URL of the catalogue, filtered for the person. */
  public String catalogue(Page page) {
    Integer from = file.person().birthYearFrom();
    StringBuilder to = new StringBuilder("/protect/catalogue?case=" + file.id());
    if (from != null) {
      to.append("&age=").append(Math.max(0, page.moments().today().getYear() - from));
    }
    file.person().languages().stream()
        .findFirst()
        .ifPresent(l -> to.append("&language=").append(l));
    return to.toString();
  }

  /** Future bookings and those without a result, earliest first. */
  public List<Booking> open() {
    return all.stream()
        .filter(Booking::open)
        .sorted((a, b) -> a.from().compareTo(b.from()))
        .toList();
  }

  /** All other bookings, latest first. */
  public List<Booking> settled() {
    return all.stream().filter(b -> !b.open()).toList();
  }

  /** Title of a booking. */
  public String title(Booking booking) {
    String what =
        Optional.ofNullable(booking.entry())
            .map(entries::get)
            .map(e -> e.service().name())
            .orElse(words.of("care_needs", booking.need()));
    return booking.language() == null || booking.entry() == null
        ? what
        : what + " + " + words.of("care_needs", "interpretation");
  }

  /** Name of the interpreter. */
  public String interpreter(Booking booking) {
    return interpreters.stream()
        .filter(i -> i.id().equals(booking.interpreter()))
        .map(i -> i.words().name())
        .findFirst()
        .orElse("");
  }

  /** Active interpreters, with their languages. */
  public List<Option> bookable() {
    return interpreters.stream()
        .filter(Interpreter::active)
        .map(
            i ->
                new Option(
                    i.id().toString(),
                    i.words().name() + " (" + words.of("languages", i.languages()) + ")"))
        .toList();
  }

  /** Concerns about the interpreter to be confirmed; empty if there are none. */
  public String sure() {
    return form.errors().all().stream()
        .filter(p -> p.field().equals("sure"))
        .findFirst()
        .map(p -> String.valueOf(p.arguments().get(0)))
        .orElse(form.shown("sure"));
  }

  /** The same as sentences. */
  public String concerns(Page page) {
    return String.join(
        " ",
        Bookings.concerns(sure()).stream().map(k -> page.text("booking.refused." + k)).toList());
  }

  public String name(@Nullable UUID user) {
    return user == null ? "" : names.getOrDefault(user, "…");
  }
}
