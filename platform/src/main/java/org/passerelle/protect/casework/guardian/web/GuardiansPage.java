package org.passerelle.protect.casework.guardian.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.language.Days;
import org.passerelle.pages.Filled;
import org.passerelle.pages.Option;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.relations.Relations;
import org.passerelle.protect.casework.cases.web.CaseWords;
import org.passerelle.protect.casework.guardian.Mandate;

/**
 * View of the guardians of a case.
 *
 * @param around possible guardians around the person
 * @param names names of colleagues
 * @param chosen mandate that a form is about, or empty
 */
public record GuardiansPage(
    Case file,
    List<Mandate> mandates,
    List<Relations.Around> around,
    Map<UUID, String> names,
    boolean supervisor,
    Optional<Mandate> chosen,
    Filled form,
    CaseWords words) {
  /** Number of days before its end from which a mandate is marked as expiring. */
  private static final int AHEAD = 30;

  public GuardiansPage {
    mandates = List.copyOf(mandates);
    around = List.copyOf(around);
  }

  public String at() {
    return "/protect/cases/" + file.id() + "/guardians";
  }

  /** URL of a mandate. */
  public String at(Mandate mandate) {
    return at() + "/" + mandate.id();
  }

  public String who(Mandate mandate) {
    return GuardianWords.who(mandate, around, words);
  }

  /** Status of a mandate, as a code. */
  public String state(Mandate mandate, Instant now) {
    if (mandate.suspendedAt() != null) {
      return "suspended";
    }
    if (!mandate.open()) {
      return "ended";
    }
    if (mandate.verifiedAt() == null) {
      return "unverified";
    }
    LocalDate until = mandate.until();
    if (!mandate.inForce(now)) {
      return until != null && Days.over(until, now) ? "over" : "later";
    }
    return until != null && !until.isAfter(Days.newest(now).plusDays(AHEAD)) ? "soon" : "stands";
  }

  /** Badge colour of the status. */
  public static String colour(String state) {
    return switch (state) {
      case "stands" -> "good";
      case "suspended" -> "danger";
      case "ended" -> "";
      default -> "warn";
    };
  }

  /** Whether the person is a child for whom nobody acts. */
  public boolean nobody(Instant now) {
    return file.minor() && mandates.stream().noneMatch(m -> m.stands(now));
  }

  /** Whether a suspected guardian still has to be replaced. */
  public boolean suspected() {
    return mandates.stream().anyMatch(m -> m.open() && m.suspendedAt() != null);
  }

  /** Persons of the case, and "somebody else", as options. */
  public List<Option> persons(Page page) {
    return around.stream()
        .filter(a -> !a.suspect())
        .map(a -> new Option(a.person().toString(), words.around(a)))
        .toList();
  }

  public String name(UUID id) {
    return names.getOrDefault(id, "…");
  }
}
