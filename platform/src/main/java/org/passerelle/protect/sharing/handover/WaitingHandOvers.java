package org.passerelle.protect.sharing.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hand-overs that need somebody's attention: missing persons, arrivals that nobody confirmed,
 * unanswered hand-overs, and those with a journey or a report due soon. The query asks for exactly
 * these, so that a hand-over of a year ago is not hidden by newer ones when its report falls due.
 */
@Component
public class WaitingHandOvers {
  /** Time for which both coordinators are shown that a missing person was found. */
  public static final Duration FOUND_SHOWN = Duration.ofDays(3);

  /** Upper limit of rows; missing persons and waiting hand-overs come first. */
  private static final int MOST = 1_000;

  /** Tolerance in days for months of different length. */
  private static final int SLACK = 3;

  /**
   * Condition on {@code h}, carried by {@code r} or {@code q}: accepted, open, and possibly with a
   * journey or a report due soon. Which step is next is not decided here, since reports may be
   * given out of order and journeys are rearranged.
   */
  private static final String NEAR =
      """
      (h.closed_at is null
       and (r.state in ('accepted', 'done')
            or (q.state in ('accepted', 'done') and q.withdrawn_at is null))
       and exists (select 1 from hand_over_step s
                    where s.hand_over = h.id and s.organisation = h.organisation
                      and ((s.step = 'travel' and s.on_day <= :until)
                           or (s.step = 'arrived' and s.on_day <= :reported))))
      """;

  private final JdbcClient db;
  private final CaseSight sight;
  private final HandOverRows rows;
  private final Clock clock;

  WaitingHandOvers(JdbcClient db, CaseSight sight, HandOverRows rows, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Hand-overs that the reader may open.
   *
   * @param until last day on which a journey or a report counts as near
   */
  @Transactional(readOnly = true)
  public List<HandOver> mine(SignedIn who, LocalDate until) {
    return rows.load(
        sight
            .sql(
                """
                select h.id, h.organisation from hand_over h
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
                 where h.organisation = :organisation
                   and (h.missing_at is not null or h.awaited_on < :oldest
                        or (h.closed_at is null
                            and (r.awaited or q.awaited))
                        or
                """
                    + NEAR
                    + """
                       )
                   and (exists (select 1 from {case c}
                                 where c.id = coalesce(r.case_id, q.case_id) and {seen c})
                        or (:contact and q.id is not null and q.case_id is null))
                 order by case when h.missing_at is not null or h.awaited_on < :oldest then 0
                               when r.awaited or q.awaited then 1 else 2 end,
                          h.acknowledge_by, h.id
                 limit :most
                """,
                who)
            .param("contact", ReceivedReferrals.contact(who))
            .param("oldest", Days.oldest(clock.instant()))
            .param("until", until)
            .param("reported", reported(until))
            .param("most", MOST)
            .query(HandOverRows.Side.class)
            .list());
  }

  /**
   * Hand-overs to these recipients with a journey or a report due soon; without an access check.
   *
   * @param until last day on which a journey or a report counts as near
   */
  List<HandOverRows.Side> givenTo(Collection<UUID> recipients, LocalDate until) {
    return db.sql(
            """
            select h.id, h.organisation from hand_over h
              left join referral_outline r on h.sends and r.id = h.id
              left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
             where h.sends and h.other = any(cast(:recipients as uuid array)) and h.missing_at is null
               and
            """
                + NEAR
                + " order by h.id")
        .param("recipients", UuidArray.of(recipients))
        .param("until", until)
        .param("reported", reported(until))
        .query(HandOverRows.Side.class)
        .list();
  }

  /** Latest arrival date for which a report may be due. */
  private static LocalDate reported(LocalDate until) {
    return until.minusMonths(Step.REPORT_1.months()).plusDays(SLACK);
  }

  /**
   * Hand-overs of all organisations of the reader's country on this node, for the national
   * coordinator; contents are not read.
   */
  @Transactional(readOnly = true)
  public List<HandOver> ofCountry(SignedIn who) {
    if (!who.is(Role.NATIONAL_COORDINATOR)) {
      return List.of();
    }
    Instant now = clock.instant();
    return rows.load(
        sight
            .sql(
                """
                select h.id, h.organisation from hand_over h
                  join organisation_outline o on o.id = h.organisation
                  join organisation_outline own on own.id = :organisation and own.country = o.country
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
                 where h.missing_at is not null or h.awaited_on < :oldest or h.found_at > :found
                    or (h.closed_at is null
                        and ((r.awaited
                              and (h.answer_by <= :seenAt or (h.acknowledged_at is null and h.acknowledge_by <= :seenAt)))
                             or q.awaited))
                 order by case when h.missing_at is not null or h.awaited_on < :oldest then 0
                               when h.found_at > :found then 1 else 2 end,
                          h.acknowledge_by, h.id
                 limit :most
                """,
                who)
            .param("oldest", Days.oldest(clock.instant()))
            .param("found", Columns.at(now.minus(FOUND_SHOWN)))
            .param("most", MOST)
            .query(HandOverRows.Side.class)
            .list());
  }
}
