package org.passerelle.partner;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.passerelle.language.Wording;

/**
 * The countries of the strategy with their dated names, zones and dated membership. Immutable;
 * threads may share it.
 */
public interface Countries {

  /** All, partners first. */
  List<Country> all();

  /** The one with a code; other countries of the world are not kept here. */
  Optional<Country> find(String iso2);

  /**
   * Whether a country was a member of the European Union on a day. Countries not kept here are not
   * members.
   */
  boolean inEuropeanUnion(String iso2, LocalDate on);

  /** The zone whose midnight ends a deadline there. */
  ZoneId zone(String iso2);

  /**
   * A country.
   *
   * @param iso2 ISO 3166-1 alpha-2, {@code XK} for Kosovo
   * @param names oldest first
   * @param partner whether it is a partner of the strategy
   * @param euSince day of accession to the European Union, or null
   * @param footnote that belongs on every page, table and map that names it, or null
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

    /** The name on a day; a day before the first name takes the first. */
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

  /** A name from a day on. */
  record Name(LocalDate from, Wording label) {}
}
