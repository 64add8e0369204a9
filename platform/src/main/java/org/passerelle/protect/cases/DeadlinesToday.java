package org.passerelle.protect.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.pages.Today;
import org.springframework.stereotype.Component;

/** Deadlines of one's own cases that the law or a decision sets, on the first page. */
@Component
class DeadlinesToday implements Today {
  private static final int AHEAD = 8;
  private final CaseDeadlines deadlines;

  DeadlinesToday(CaseDeadlines deadlines) {
    this.deadlines = deadlines;
  }

  @Override
  public List<Item> items(SignedIn who, Page page) {
    if (!who.is(Role.CASE_MANAGER, Role.SUPERVISOR, Role.PLACEMENT_OFFICER, Role.FOCAL_POINT)) {
      return List.of();
    }
    LocalDate until = page.moments().today().plusDays(AHEAD);
    return deadlines.dated(who, false, until, page.moments().zone()).stream()
        .filter(d -> d.due() != null)
        .map(
            d ->
                new Item(
                    end(d.due(), page),
                    words(d, page),
                    d.code(),
                    "/protect/cases/" + d.caseId() + "#deadlines",
                    page.text("home.open")))
        .toList();
  }

  /** The last moment of a day. */
  static Instant end(LocalDate day, Page page) {
    return day.atTime(LocalTime.of(23, 59)).atZone(page.moments().zone()).toInstant();
  }

  /** What it is for. */
  static String words(CaseDeadlines.Deadline deadline, Page page) {
    LegalWords words = new LegalWords(page.texts());
    return words.of(deadline);
  }
}
