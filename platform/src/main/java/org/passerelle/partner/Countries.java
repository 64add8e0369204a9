package org.passerelle.partner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * The countries of the strategy with their names over time, time zones and memberships over time.
 * Immutable; safe for concurrent use.
 */
public interface Countries {

  /** All countries, partners first. */
  List<Country> all();

  /** The country with a code; countries outside the strategy are not included. */
  Optional<Country> find(String iso2);

  /**
   * Whether a country was a member of the European Union on a day. Countries not included here are
   * not members.
   */
  boolean inEuropeanUnion(String iso2, LocalDate on);

  /** The time zone in which a deadline ends at midnight. */
  ZoneId zone(String iso2);

  /**
   * A country.
   *
   * @param iso2 ISO 3166-1 alpha-2, {@code XK} for Kosovo
   * @param names oldest first
   * @param partner whether it is a partner of the strategy
   * @param euSince day of accession to the European Union, or null
   * @param footnote footnote required on every page, table and map that names it, or null
   */
  record Country(
      String iso2,
      List<Name> names,
      boolean partner,
      @Nullable LocalDate euSince,
      ZoneId zone,
      @Nullable Wording footnote) {
    public Country {
      names = List.copyOf(names);
    }

    /** The name on a day; before the first dated name, the first one applies. */
    public Wording name(LocalDate on) {
      Wording found = names.get(0).label();
      for (Name name : names) {
        if (!on.isBefore(name.from())) {
          found = name.label();
        }
      }
      return found;
    }
  }

  /** A name, valid from a day on. */
  record Name(LocalDate from, Wording label) {}
}
