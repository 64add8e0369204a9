package org.passerelle.protect.find;

import java.time.LocalDate;
import java.util.List;

/**
 * Which cases tell that an organisation saw a person. Immutable.
 *
 * @param from first day of the first contact
 * @param until its last day
 * @param countries responsible for the case; none for any
 * @param forms of exploitation, by the case's main form; none for any
 * @param decided whether only presumed and identified victims count; else every case that no
 *     authority refused
 */
public record SightingScope(
    LocalDate from, LocalDate until, List<String> countries, List<String> forms, boolean decided) {
  public SightingScope {
    countries = List.copyOf(countries);
    forms = List.copyOf(forms);
  }
}
