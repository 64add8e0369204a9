package org.passerelle.protect.identity.find;

import java.time.LocalDate;
import java.util.List;

/**
 * Selects the cases that count as a sighting of a person by an organisation. Immutable.
 *
 * @param from first day of the first contact
 * @param until last day of first contact
 * @param countries responsible countries; empty for any
 * @param forms main forms of exploitation; empty for any
 * @param decided whether only presumed and identified victims count; otherwise every case that was
 *     not refused by an authority
 */
public record SightingScope(
    LocalDate from, LocalDate until, List<String> countries, List<String> forms, boolean decided) {
  public SightingScope {
    countries = List.copyOf(countries);
    forms = List.copyOf(forms);
  }
}
