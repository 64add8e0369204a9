package org.passerelle.protect.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Risk;
import org.passerelle.protect.Urgency;
import org.passerelle.protect.person.Person;

/**
 * Coordinated work for one person, as its team sees it. Immutable.
 *
 * @param code short and meaningless, for people
 * @param country the one responsible, ISO 3166-1 alpha-2 or XK
 * @param form main form of exploitation, or null while not established
 * @param minor whether the person might be under 18
 * @param asylum {@code not_asked}, {@code none}, {@code possible}, {@code pending}, {@code
 *     granted}, {@code refused}
 * @param closedToNamed whether even the supervisor is left out unless named
 * @param screening the one it was opened from, or null
 * @param nextDue the earliest moment of what is due, or null
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

  /** Whether work goes on. */
  public boolean open() {
    return state != CaseState.CLOSED;
  }
}
