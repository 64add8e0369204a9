package org.passerelle.protect.casework.placement.home;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.passerelle.access.SignedIn;
import org.passerelle.pages.Page;
import org.passerelle.protect.casework.cases.Case;
import org.passerelle.protect.casework.cases.CaseStanding;
import org.passerelle.protect.casework.placement.match.PlacementRequest;
import org.passerelle.protect.casework.placement.match.Waiting;
import org.passerelle.protect.casework.placement.stay.Stay;
import org.passerelle.protect.casework.placement.stay.Stays;
import org.passerelle.protect.casework.placement.zone.Zones;
import org.springframework.stereotype.Component;

/** Whether the person is safe, as a clause of the summary sentence; never where they are. */
@Component
class PlacementStanding implements CaseStanding {
  private static final int ORDER = 10;
  private static final String PART = "placement";
  private final Stays stays;
  private final Waiting waiting;
  private final Zones zones;

  PlacementStanding(Stays stays, Waiting waiting, Zones zones) {
    this.stays = stays;
    this.waiting = waiting;
    this.zones = zones;
  }

  @Override
  public Standing of(Case file, SignedIn who, Page page) {
    if (!file.open()) {
      return Standing.NONE;
    }
    Optional<Stay> open = stays.ofCase(file.id(), who).stream().filter(Stay::open).findFirst();
    if (open.isPresent()) {
      return Standing.of(safe(open.get(), page), null);
    }
    Optional<PlacementRequest> asked = waiting.ofCase(file.id(), who);
    if (asked.isPresent()) {
      Clause waits =
          clause(
              page.text("stands.waiting", page.moments().instant(asked.get().since())),
              asked.get().urgency() == PlacementRequest.TONIGHT ? "late" : "soon");
      return Standing.of(
          waits,
          zones.count(file.id(), who) == 0 ? Missing.of(15, "lacks.zone", "zones", page) : null);
    }
    if (!file.minor()) {
      return Standing.NONE;
    }
    return new Standing(
        Optional.of(clause(page.text("stands.no-place"), "soon")),
        List.of(Missing.of(10, "lacks.place", "placement/ask", page)));
  }

  private static Clause safe(Stay stay, Page page) {
    Instant missing = stay.missingAt();
    if (missing != null) {
      return clause(page.text("stands.missing", page.moments().instant(missing)), "late");
    }
    return switch (stay.state()) {
      case "there" ->
          clause(
              page.text(
                  "stands.placed",
                  page.moments().instant(Objects.requireNonNull(stay.arrivedAt()))),
              "");
      case "away" -> clause(page.text("stands.away"), "soon");
      default -> clause(page.text("stands.expected"), "soon");
    };
  }

  private static Clause clause(String text, String tone) {
    return new Clause(ORDER, text, tone, PART);
  }
}
