package org.passerelle.protect.casework.phone;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.followup.FollowUp;
import org.passerelle.protect.casework.followup.FollowUps;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Data that a phone takes along: planned visits and the user's cases, by code only. */
@Service
public class OfflineData {
  private static final int DAYS = 60;
  private static final int MOST = 500;
  private final FollowUps followUps;
  private final CaseSight sight;
  private final Officers officers;

  OfflineData(FollowUps followUps, CaseSight sight, Officers officers) {
    this.followUps = followUps;
    this.sight = sight;
    this.officers = officers;
  }

  /**
   * A planned visit or call.
   *
   * @param code code of its case
   * @param way {@code visit} or {@code call}
   */
  public record Planned(UUID id, String code, LocalDate day, String way) {}

  public record Coded(UUID id, String code) {}

  /**
   * The user's visits of the next sixty days and late ones; also those of colleagues whom they
   * stand in for.
   */
  @Transactional(readOnly = true)
  public List<Planned> followUps(SignedIn who) {
    return followUps.mine(officers.day(officers.now(), who).plusDays(DAYS), who).stream()
        .filter(one -> one.form() == null)
        .map(OfflineData::planned)
        .toList();
  }

  private static Planned planned(FollowUp one) {
    return new Planned(one.id(), one.code(), one.due(), one.way());
  }

  /** Open cases on whose team the user is, most recent first. */
  @Transactional(readOnly = true)
  public List<Coded> cases(SignedIn who) {
    return sight
        .sql(
            """
            select c.id, c.code from {own c}
             where c.state <> 'closed' order by c.changed_at desc, c.id limit :most
            """,
            who)
        .param("most", MOST)
        .query((row, i) -> new Coded(row.getObject("id", UUID.class), row.getString("code")))
        .list();
  }
}
