package org.passerelle.protect.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.cases.Cases;
import org.passerelle.protect.consent.LegalGrounds;
import org.springframework.stereotype.Component;

/** Reviews that a supervisor owes: vital interests and emergency access. */
@Component
class OverdueReviews implements OverdueSource {
  private final LegalGrounds grounds;
  private final EmergencyAccess emergencies;
  private final Cases cases;
  private final Clock clock;

  OverdueReviews(LegalGrounds grounds, EmergencyAccess emergencies, Cases cases, Clock clock) {
    this.grounds = grounds;
    this.emergencies = emergencies;
    this.cases = cases;
    this.clock = clock;
  }

  @Override
  public String group() {
    return "reviews";
  }

  @Override
  public List<Overdue> overdue(SignedIn who, Page page) {
    Instant now = clock.instant();
    List<Overdue> found = new ArrayList<>();
    grounds.toReview(who).stream()
        .filter(g -> g.reviewDue() != null && g.reviewDue().isBefore(now))
        .forEach(
            g ->
                found.add(
                    new Overdue(
                        g.reviewDue(),
                        page.text("home.review-vital"),
                        cases.forHouse(g.caseId()).code(),
                        who.user(),
                        "/protect/cases/" + g.caseId() + "/consents")));
    emergencies.toReview(who).stream()
        .filter(l -> l.reviewDue().isBefore(now))
        .forEach(
            l ->
                found.add(
                    new Overdue(
                        l.reviewDue(),
                        page.text("emergency.review"),
                        l.code(),
                        who.user(),
                        "/protect/supervision/emergencies")));
    return found;
  }
}
