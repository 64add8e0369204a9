package org.passerelle.protect.casework.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.person.Person;

/**
 * Coordinated work for one person, as its team sees it. Immutable.
 *
 * @param code short code without meaning, for people to say and type
 * @param country responsible country, ISO 3166-1 alpha-2 or XK
 * @param form main form of exploitation, or null while unknown
 * @param minor whether the person might be under 18
 * @param asylum {@code not_asked}, {@code none}, {@code possible}, {@code pending}, {@code
 *     granted}, {@code refused}
 * @param closedToNamed whether even the supervisor needs to be named to see it
 * @param screening screening from which it was opened, or null
 * @param nextDue time of the earliest due item, or null
 */
public record Case(
    UUID id,
    UUID organisation,
    Person person,
    String code,
    int version,
    CaseState state,
    String country,
    @Nullable String form,
    boolean minor,
    boolean nonPunishment,
    LocalDate firstContact,
    String howCame,
    @Nullable UUID referredBy,
    String safeToContact,
    String asylum,
    UUID lead,
    boolean closedToNamed,
    @Nullable UUID screening,
    CaseDetails details,
    List<String> vulnerabilities,
    Instant openedAt,
    Instant changedAt,
    @Nullable Instant nextDue,
    Urgency urgency,
    Risk risk) {
  public Case {
    vulnerabilities = List.copyOf(vulnerabilities);
  }

  public boolean open() {
    return state != CaseState.CLOSED;
  }
}
