package org.passerelle.steer.release;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.SomeCase;
import org.passerelle.storage.House;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Persons of earlier years, and figures of them that were released. */
public final class FigureScenes {
  private FigureScenes() {}

  /** The whole year that is some years back. */
  public static Period back(House house, int years) {
    int year = LocalDate.ofInstant(house.clock().instant(), ZoneOffset.UTC).getYear();
    return new Period(year - years, 4);
  }

  /** Releases of other tests would be part of every attack. */
  public static void nothingReleased(House house) {
    house.db().sql("delete from figure_release").update();
    house.db().sql("delete from approval_request where kind = 'figures.release'").update();
  }

  /** A case that was opened in a period. */
  public static UUID opened(House house, SomeCase drafted, Period period, SignedIn who) {
    UUID id = drafted.open(house, who);
    int moved =
        house
            .db()
            .sql("update protect_case set opened_at = :at where id = :id")
            .param("at", period.from().plusDays(40).atStartOfDay().atOffset(ZoneOffset.UTC))
            .param("id", id)
            .update();
    if (moved != 1) {
      throw new AssertionError("no such case");
    }
    return id;
  }

  /** Figures that two persons released, for tests of other rooms that look at every page. */
  public static FigureRelease released(House house, SignedIn caseManager) {
    // a year that no test of releases counts
    Period period = back(house, 9);
    opened(house, SomeCase.in("RS").form("labour"), period, caseManager);
    return kept(house, period);
  }

  /** Figures by form that two persons released of a period. */
  static FigureRelease kept(House house, Period period) {
    return kept(house, period, "form");
  }

  /** Tables that two persons released of a period. */
  public static FigureRelease kept(House house, Period period, String... tables) {
    SignedIn who = house.somebody(Role.PROGRAMME_MANAGER);
    Proposal.Frozen frozen =
        house.get(FigureProposals.class).together(period, Set.of(tables)).frozen().orElseThrow();
    FigureReleases releases = house.get(FigureReleases.class);
    FigureRelease kept =
        new TransactionTemplate(house.get(PlatformTransactionManager.class))
            .execute(
                status ->
                    releases.keep(
                        releases.next(),
                        new FigureRelease.Scope(Population.VICTIMS, period, ""),
                        List.of(tables),
                        frozen,
                        who,
                        who));
    if (kept == null) {
      throw new AssertionError("not kept");
    }
    return kept;
  }
}
