package org.passerelle.demo;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.demo.people.DemoPhrases;
import org.passerelle.language.Language;
import org.passerelle.protect.casework.care.booking.Booking;
import org.passerelle.protect.casework.care.booking.Bookings;
import org.passerelle.protect.casework.care.booking.Interpreter;
import org.passerelle.protect.casework.care.booking.Interpreters;
import org.passerelle.protect.casework.care.catalogue.CareService;
import org.passerelle.protect.casework.care.catalogue.Catalogue;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Component;

/**
 * Services, interpreters and bookings of the demonstration; all invented. Interpreters are booked
 * one hour after another.
 */
@Component
class DemoServices {
  private static final int MANY = 24;
  private static final LocalTime FIRST = LocalTime.of(8, 0);
  private final Catalogue catalogue;
  private final Interpreters interpreters;
  private final Bookings bookings;
  private final Clock clock;

  DemoServices(Catalogue catalogue, Interpreters interpreters, Bookings bookings, Clock clock) {
    this.catalogue = catalogue;
    this.interpreters = interpreters;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Does nothing if it was done before. */
  void offer(List<DemoFiles.Opened> opened, List<DemoHouse.Staff> staff) {
    Map<UUID, UUID> first = new HashMap<>();
    for (DemoHouse.Staff one : staff) {
      SignedIn who = one.who();
      if (one.is(Role.SUPERVISOR) && !first.containsKey(who.organisation())) {
        List<CareService.Line> there = catalogue.own(CareService.Search.ALL, who);
        first.put(
            who.organisation(),
            there.isEmpty()
                ? services(one.organisation().country(), who, one.language())
                : there.get(0).id());
      }
    }
    List<DemoFiles.Opened> cases = opened.stream().filter(o -> !o.closed()).limit(MANY).toList();
    for (int i = 0; i < cases.size(); i++) {
      SignedIn who = cases.get(i).manager().who();
      if (bookings.of(cases.get(i).id(), who).isEmpty()) {
        book(i, cases.get(i), first.get(who.organisation()));
      }
    }
  }

  private UUID services(String country, SignedIn who, Language language) {
    BigDecimal free = new BigDecimal("0");
    UUID first = service("advice", "legal", country, 20, free, who, language);
    service("psychologist", "psychological", country, 90, free, who, language);
    service("course", "interpretation", country, 300, new BigDecimal("15"), who, language);
    service("school", "schooling", country, 150, null, who, language);
    service("tonight", "housing", country, 12, free, who, language);
    return first;
  }

  private UUID service(
      String name,
      String need,
      String country,
      int confirmed,
      @Nullable BigDecimal amount,
      SignedIn who,
      Language language) {
    return catalogue.add(
        new CareService(
            DemoPhrases.words(name, language),
            "",
            List.of(need),
            "active",
            need.equals("schooling") ? 6 : null,
            need.equals("schooling") ? 18 : null,
            List.of("sr", "sq", "en"),
            new CareService.Where("", "", "", country, ""),
            new CareService.When(List.of("MO", "TU", "WE", "TH"), "09:00", "17:00", ""),
            new CareService.Cost(amount, "EUR", ""),
            new CareService.Contact(
                "",
                "",
                "",
                DemoPhrases.words("by-telephone", language),
                DemoPhrases.words("no-papers", language)),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(confirmed)),
        who);
  }

  private void book(int i, DemoFiles.Opened opened, @Nullable UUID entry) {
    UUID file = opened.id();
    SignedIn who = opened.manager().who();
    Language language = opened.manager().language();
    UUID interpreter =
        interpreters.of(who).stream()
            .findFirst()
            .map(Interpreter::id)
            .orElseGet(
                () ->
                    interpreters.add(
                        new Interpreter.Words(
                            "Ermira Zogaj", "", DemoPhrases.words("evenings", language)),
                        List.of("sq", "en"),
                        who));
    UUID past = one(i, opened, entry, null, -9);
    if (i % 3 == 2) {
      bookings.end(file, past, "missed", DemoPhrases.words("alone", language), who);
    } else {
      bookings.kept(file, past, who);
    }
    one(i, opened, i % 2 == 0 ? entry : null, interpreter, 2 + i % 5);
  }

  private UUID one(
      int i, DemoFiles.Opened opened, @Nullable UUID entry, @Nullable UUID interpreter, int days) {
    UUID file = opened.id();
    SignedIn who = opened.manager().who();
    Language language = opened.manager().language();
    Instant from =
        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
            .plusDays(days)
            .atTime(FIRST.plusMinutes(30L * i))
            .toInstant(ZoneOffset.UTC);
    boolean nothing = entry == null && interpreter == null;
    Booking.Draft draft =
        new Booking.Draft(
            entry,
            entry == null ? "interpretation" : "legal",
            nothing ? interpreters.of(who).get(0).id() : interpreter,
            nothing || interpreter != null ? "sq" : null,
            i % 3 == 0 ? "telephone" : "in_person",
            from,
            from.plus(Duration.ofMinutes(30)),
            null,
            new Booking.Words("", i % 4 == 0 ? DemoPhrases.words("guardian", language) : "", ""),
            DemoPhrases.words(entry == null ? "interpretation" : "advice", language),
            "");
    try {
      return bookings.book(file, draft, who);
    } catch (Refused refused) {
      if (!refused.field().equals("sure")) {
        throw refused;
      }
      // generated people may share a name with the interpreter: confirm the warning
      return bookings.book(file, draft.sure(String.valueOf(refused.arguments()[0])), who);
    }
  }
}
