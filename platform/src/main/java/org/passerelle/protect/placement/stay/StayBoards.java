package org.passerelle.protect.placement.stay;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whom a placing team has placed, as its boards and lists show them. */
@Service
public class StayBoards {
  /** So many stand on a page. */
  public static final int PAGE = 50;

  private final StayLines lines;

  StayBoards(StayLines lines) {
    this.lines = lines;
  }

  /** Who of some lives where, of those whom one's own team placed, for computing. */
  @Transactional(readOnly = true)
  public List<Stay.Lives> lives(Collection<UUID> cases, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) && !cases.isEmpty()
        ? lines.lives(who.organisation(), cases)
        : List.of();
  }

  /** The newest whose bed is theirs. */
  @Transactional(readOnly = true)
  public List<Stay.Line> newest(SignedIn who, int limit) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.newest(who.organisation(), limit) : List.of();
  }

  /** How many these are. */
  @Transactional(readOnly = true)
  public int count(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.count(who.organisation()) : 0;
  }

  /**
   * Those that cannot wait: somebody is missing, has not come or not come back by the moment
   * agreed, or lives in a house that closes.
   */
  @Transactional(readOnly = true)
  public List<Stay.Line> urgent(SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.urgent(who.organisation()) : List.of();
  }

  /**
   * All of them, also those that are over, the newest first, a page and one more.
   *
   * @param place where, or null for everywhere
   * @param page from 1 on
   */
  @Transactional(readOnly = true)
  public List<Stay.Line> all(@Nullable UUID place, int page, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER)
        ? lines.all(who.organisation(), place, (page - 1) * PAGE, PAGE + 1)
        : List.of();
  }

  /** Those of somebody, by the code of their case. */
  @Transactional(readOnly = true)
  public List<Stay.Line> byCode(String code, SignedIn who) {
    return who.is(Role.PLACEMENT_OFFICER) ? lines.byCode(who.organisation(), code) : List.of();
  }
}
