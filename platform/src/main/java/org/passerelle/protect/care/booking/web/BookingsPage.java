package org.passerelle.protect.care.booking.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.care.booking.Booking;
import org.passerelle.protect.care.booking.Bookings;
import org.passerelle.protect.care.booking.Interpreter;
import org.passerelle.protect.care.catalogue.CareService;
import org.passerelle.protect.cases.Case;
import org.passerelle.protect.cases.web.CaseWords;

/**
 * Bookings of a case.
 *
 * @param one that a form is about, or null
 * @param entry of the catalogue that is booked, or null
 * @param entries that were booked, by identifier
 * @param interpreters of the organisation, those first who speak a language of the person
 * @param names of colleagues, by identifier
 * @param team who may go along
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

  /** Where it stands. */
  public String at() {
    return "/protect/cases/" + file.id() + "/bookings";
  }

  /** The catalogue, asked for what fits the person. */
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

  /** Those that are to come or wait for an answer, the next first. */
  public List<Booking> open() {
    return all.stream()
        .filter(Booking::open)
        .sorted((a, b) -> a.from().compareTo(b.from()))
        .toList();
  }

  /** What became of the others, the latest first. */
  public List<Booking> settled() {
    return all.stream().filter(b -> !b.open()).toList();
  }

  /** What is booked. */
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

  /** Who interprets. */
  public String interpreter(Booking booking) {
    return interpreters.stream()
        .filter(i -> i.id().equals(booking.interpreter()))
        .map(i -> i.words().name())
        .findFirst()
        .orElse("");
  }

  /** Interpreters who can be booked, with their languages. */
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

  /** What speaks against the interpreter and must be looked at; empty if nothing does. */
  public String sure() {
    return form.errors().all().stream()
        .filter(p -> p.field().equals("sure"))
        .findFirst()
        .map(p -> String.valueOf(p.arguments().get(0)))
        .orElse(form.shown("sure"));
  }

  /** The same in sentences. */
  public String concerns(Page page) {
    return String.join(
        " ",
        Bookings.concerns(sure()).stream().map(k -> page.text("booking.refused." + k)).toList());
  }

  /** What a colleague is called. */
  public String name(@Nullable UUID user) {
    return user == null ? "" : names.getOrDefault(user, "…");
  }
}
