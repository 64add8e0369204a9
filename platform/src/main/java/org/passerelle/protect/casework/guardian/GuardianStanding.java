package org.passerelle.protect.casework.guardian;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.springframework.stereotype.Component;

/**
 * States who acts for the person, as a clause of the summary sentence; for a child also that nobody
 * does.
 */
@Component
class GuardianStanding implements CaseStanding {
  private static final int ORDER = 20;
  private static final String PART = "guardians";
  private final Mandates mandates;

  GuardianStanding(Mandates mandates) {
    this.mandates = mandates;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    if (!file.open()) {
      return Standing.NONE;
    }
    List<Mandate> open = mandates.of(file).stream().filter(Mandate::open).toList();
    if (open.stream().anyMatch(one -> one.suspendedAt() != null)) {
      return Standing.of(
          new Clause(ORDER, page.text("stands.guardian.suspected"), "late", PART), null);
    }
    Optional<Mandate> stands =
        open.stream().filter(one -> one.stands(page.moments().now())).findFirst();
    if (stands.isPresent()) {
      return Standing.of(new Clause(ORDER, words(stands.get(), page), "", PART), null);
    }
    if (!file.minor()) {
      return Standing.NONE;
    }
    if (!open.isEmpty()) {
      return Standing.of(
          new Clause(ORDER, page.text("stands.guardian.unverified"), "soon", PART), null);
    }
    return new Standing(
        Optional.of(new Clause(ORDER, page.text("stands.guardian.none"), "soon", PART)),
        List.of(Missing.of(20, "lacks.guardian", PART + "/new", page)));
  }

  private static String words(Mandate stands, Page page) {
    LocalDate until = stands.until();
    return until == null
        ? page.text("stands.guardian")
        : page.text("stands.guardian.until", page.moments().shortDate(until));
  }
}
