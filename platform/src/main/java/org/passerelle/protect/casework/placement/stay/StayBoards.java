package org.passerelle.protect.casework.placement.stay;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Persons placed by a placing team, for its boards and lists. */
@Service
public class StayBoards {
  /** Number of stays per page. */
  public static final int PAGE = 50;

  private final StayLines lines;

  StayBoards(StayLines lines) {
    this.lines = lines;
  }

  /**
   * Where these persons live, whichever team of this node placed them. Input of computations, which
   * is never shown: a team may learn that a house does not fit, not who lives there.
   */
  @Transactional(readOnly = true)
  public List<Stay.Lives> lives(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty() ? lines.lives(cases) : List.of();
  }

  /** Newest current stays. */
  @Transactional(readOnly = true)
  public List<Stay.Line> newest(SignedIn who, int limit) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.newest(who.organisation(), limit) : List.of();
  }

  /** Number of current stays. */
  @Transactional(readOnly = true)
  public int count(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.count(who.organisation()) : 0;
  }

  /**
   * Urgent stays: a person is missing, has not arrived or returned by the agreed time, or lives in
   * a house that is closing.
   */
  @Transactional(readOnly = true)
  public List<Stay.Line> urgent(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.urgent(who.organisation()) : List.of();
  }

  /**
   * All stays including past ones, newest first: one page and one more row.
   *
   * @param place filter by place, or null for all
   * @param page page number, from 1
   */
  @Transactional(readOnly = true)
  public List<Stay.Line> all(@Nullable UUID place, int page, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER)
        ? lines.all(who.organisation(), place, (page - 1) * PAGE, PAGE + 1)
        : List.of();
  }

  /** Stays of a case by its code. */
  @Transactional(readOnly = true)
  public List<Stay.Line> byCode(String code, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.byCode(who.organisation(), code) : List.of();
  }
}
