package org.passerelle.protect.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseSight;
import org.passerelle.protect.referral.ReceivedReferrals;
import org.passerelle.storage.Among;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hand-overs about which somebody has something to do: whoever is missing, those that wait for an
 * answer, and those of which a journey or a report is near. They are asked for by just that, so
 * that neither the newest nor the most hide one: who was handed over a year ago is reported on now.
 */
@Component
class WaitingHandOvers {
  /** As long as both coordinators read that somebody who was missing was found. */
  static final Duration FOUND_SHOWN = Duration.ofDays(3);

  /** Of more than these nobody reads a page; who is missing and what waits comes first. */
  private static final int MOST = 1_000;

  /** Days by which ends of months may be apart. */
  private static final int SLACK = 3;

  /**
   * Of {@code h}, which {@code r} or {@code q} carries: it was taken and goes on, and a journey or
   * a report may be near. Which step is next is not asked here: a report may be given out of turn,
   * and what was arranged is arranged anew.
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
   * Of those that the reader may open.
   *
   * @param until up to which day a journey or a report is near
   */
  @Transactional(readOnly = true)
  List<HandOver> mine(SignedIn who, LocalDate until) {
    return rows.load(
        sight
            .sql(
                """
                select h.id, h.organisation from hand_over h
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
                 where h.organisation = :organisation
                   and (h.missing_at is not null
                        or (h.closed_at is null
                            and (r.state in ('queued', 'sent') or (q.state = 'open' and q.withdrawn_at is null)))
                        or
                """
                    + NEAR
                    + """
                       )
                   and (exists (select 1 from {case c}
                                 where c.id = coalesce(r.case_id, q.case_id) and {seen c})
                        or (:contact and q.id is not null and q.case_id is null))
                 order by case when h.missing_at is not null then 0
                               when r.state in ('queued', 'sent') or q.state = 'open' then 1 else 2 end,
                          h.acknowledge_by, h.id
                 limit :most
                """,
                who)
            .param("contact", ReceivedReferrals.contact(who))
            .param("until", until)
            .param("reported", reported(until))
            .param("most", MOST)
            .query(HandOverRows.Side.class)
            .list());
  }

  /**
   * What was given to some recipients, of which a journey or a report is near; nobody reads.
   *
   * @param until as above
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
        .param("recipients", Among.these(recipients))
        .param("until", until)
        .param("reported", reported(until))
        .query(HandOverRows.Side.class)
        .list();
  }

  /** Who arrived by this day may be reported on by another. */
  private static LocalDate reported(LocalDate until) {
    return until.minusMonths(Step.REPORT_1.months()).plusDays(SLACK);
  }

  /**
   * Of all organisations of the reader's country on this node, for whoever coordinates it; what is
   * in them is not read.
   */
  @Transactional(readOnly = true)
  List<HandOver> ofCountry(SignedIn who) {
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
                 where h.missing_at is not null or h.found_at > :found
                    or (h.closed_at is null
                        and ((r.state in ('queued', 'sent')
                              and (h.answer_by <= :seenAt or (h.acknowledged_at is null and h.acknowledge_by <= :seenAt)))
                             or (q.state = 'open' and q.withdrawn_at is null)))
                 order by case when h.missing_at is not null then 0 when h.found_at > :found then 1 else 2 end,
                          h.acknowledge_by, h.id
                 limit :most
                """,
                who)
            .param("found", Columns.at(now.minus(FOUND_SHOWN)))
            .param("most", MOST)
            .query(HandOverRows.Side.class)
            .list());
  }
}
