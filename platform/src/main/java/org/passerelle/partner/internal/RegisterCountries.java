package org.passerelle.partner.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.PublicProcess;
import org.passerelle.language.Days;
import org.passerelle.language.PartialDate;
import org.passerelle.partner.Countries;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.passerelle.register.Values;
import org.springframework.stereotype.Component;

/** Reads the countries from the register. */
@Component
@PublicProcess
class RegisterCountries implements Countries {
  private static final ZoneId REGION = ZoneId.of("Europe/Belgrade");
  private static final LocalDate BEGINNING = LocalDate.of(1991, 1, 1);
  private final Register register;
  private final Clock clock;
  private volatile @Nullable Read read;

  RegisterCountries(Register register, Clock clock) {
    this.register = register;
    this.clock = clock;
  }

  /** The countries as read from one state of the register on one day. */
  private record Read(Facts facts, LocalDate day, List<Country> countries) {}

  @Override
  public List<Country> all() {
    Facts facts = register.facts();
    LocalDate today = Days.newest(clock.instant());
    Read known = read;
    if (known == null || known.facts != facts || !known.day.equals(today)) {
      known = new Read(facts, today, read(facts, today));
      read = known;
    }
    return known.countries;
  }

  @Override
  public Optional<Country> find(String iso2) {
    return all().stream().filter(c -> c.iso2().equals(iso2)).findFirst();
  }

  @Override
  public boolean inEuropeanUnion(String iso2, LocalDate on) {
    return find(iso2).map(Country::euSince).filter(since -> !on.isBefore(since)).isPresent();
  }

  @Override
  public ZoneId zone(String iso2) {
    return find(iso2).map(Country::zone).orElse(REGION);
  }

  private static List<Country> read(Facts facts, LocalDate today) {
    return facts.all("country").stream()
        .map(entry -> country(entry, today))
        .sorted(Comparator.comparing((Country c) -> !c.partner()).thenComparing(Country::iso2))
        .toList();
  }

  private static Country country(Entry entry, LocalDate today) {
    List<Name> names = new ArrayList<>();
    for (Values name : entry.rows("names")) {
      names.add(new Name(day(name, "from").orElse(BEGINNING), name.wording("label")));
    }
    String zone = entry.text("timezone");
    return new Country(
        entry.id(),
        names,
        entry.rows("membership").stream().anyMatch(m -> holds(m, today)),
        day(entry, "eu-since").orElse(null),
        zone.isEmpty() ? REGION : ZoneId.of(zone),
        entry.has("footnote") ? entry.wording("footnote") : null);
  }

  /** Whether a period includes a day; an unknown end counts as future. */
  static boolean holds(Values period, LocalDate on) {
    return day(period, "from").map(from -> !on.isBefore(from)).orElse(true)
        && period
            .date("until")
            .map(PartialDate::latest)
            .map(until -> !on.isAfter(until))
            .orElse(true);
  }

  private static Optional<LocalDate> day(Values values, String field) {
    return values.date(field).map(PartialDate::earliest);
  }
}
