package org.passerelle.protect.identity.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.passerelle.access.Caseworkers;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.audit.AuditLog;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Desks of the user's organisation: proposed, accepted, ended, and who works there. Supervisors and
 * focal points are responsible for them; others see a desk only if they work there.
 */
@Service
public class Desks {
  private final DeskRows rows;
  private final DeskGrounds grounds;
  private final DeskEnds ends;
  private final DeskLog log;
  private final DeskPost post;
  private final Users users;
  private final AuditLog audit;
  private final Clock clock;

  Desks(
      DeskRows rows,
      DeskGrounds grounds,
      DeskEnds ends,
      DeskLog log,
      DeskPost post,
      Users users,
      AuditLog audit,
      Clock clock) {
    this.rows = rows;
    this.grounds = grounds;
    this.ends = ends;
    this.log = log;
    this.post = post;
    this.users = users;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Data of a proposed desk.
   *
   * @param crossing name of the border crossing
   * @param agreement register entry of an agreement in force for both countries
   */
  public record Draft(UUID other, String crossing, String agreement) {}

  /** Whether a user is responsible for the desks of their organisation. */
  public static boolean leads(SignedIn who) {
    return who.is(Role.SUPERVISOR, Role.FOCAL_POINT);
  }

  /** Desks for which the user is responsible or where they work, open ones first. */
  @Transactional(readOnly = true)
  public List<Desk> of(SignedIn who) {
    return rows.of(who.organisation()).stream().filter(d -> sees(d, who)).toList();
  }

  /**
   * A desk.
   *
   * @throws NotFound if it is not visible to the user
   */
  @Transactional(readOnly = true)
  public Desk find(UUID id, SignedIn who) {
    return rows.find(id, who.organisation()).filter(d -> sees(d, who)).orElseThrow(NotFound::new);
  }

  private boolean sees(Desk desk, SignedIn who) {
    return leads(who) || (desk.open() && rows.officers(desk).contains(who.user()));
  }

  /**
   * Proposes a desk to the other side.
   *
   * @return its identifier, on both sides
   * @throws Refused if the other side cannot have one, or the agreement is not in force for both
   */
  @Transactional
  public UUID propose(Draft draft, SignedIn who) {
    lead(who);
    grounds.check(who.organisation(), draft.other, draft.agreement);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Desk desk =
        ends.opened(
            grounds.newId(),
            who.organisation(),
            draft.other,
            true,
            draft.crossing,
            draft.agreement,
            now);
    post.say(
        desk,
        DeskMessages.PROPOSED,
        new DeskMessages.Proposed(draft.crossing, draft.agreement, now.toString()));
    audit.write(who, "desk.proposed", "desk", desk.id(), Map.of("other", draft.other.toString()));
    return desk.id();
  }

  /**
   * Accepts a desk proposed by the other side.
   *
   * @throws Refused if it does not wait for this side, or the agreement is not in force here
   */
  @Transactional
  public void accept(UUID id, SignedIn who) {
    lead(who);
    Desk desk = rows.hold(id, who.organisation()).orElseThrow(NotFound::new);
    if (!desk.asksUs()) {
      throw new Refused("desk.refused.no-question");
    }
    grounds.check(desk.organisation(), desk.other(), desk.agreement());
    Instant now = clock.instant();
    rows.accepted(desk, now);
    DeskEvent event = log.here(desk, "opened", now);
    post.say(desk, DeskMessages.ACCEPTED, new DeskMessages.Logged(DeskMessages.Line.of(event)));
    audit.write(who, "desk.accepted", "desk", id, Map.of("other", desk.other().toString()));
  }

  /** Ends or declines a desk for both sides: what was shared can no longer be read on either. */
  @Transactional
  public void end(UUID id, SignedIn who) {
    lead(who);
    Desk desk = rows.hold(id, who.organisation()).orElseThrow(NotFound::new);
    Instant now = clock.instant();
    if (ends.end(desk, true, now)) {
      DeskEvent event = log.here(desk, "ended", now);
      post.say(desk, DeskMessages.ENDED, new DeskMessages.Logged(DeskMessages.Line.of(event)));
      audit.write(who, "desk.ended", "desk", id, Map.of("other", desk.other().toString()));
    }
  }

  /** Colleagues who can work at a desk, by name. */
  @Transactional(readOnly = true)
  public List<User> colleagues(SignedIn who) {
    return users.in(who.organisation()).stream()
        .filter(u -> u.active() && Caseworkers.ROLES.stream().anyMatch(u.roles()::contains))
        .toList();
  }

  /** Officers of this side. */
  @Transactional(readOnly = true)
  public Set<UUID> officers(Desk desk) {
    return rows.officers(desk);
  }

  /**
   * Sets the officers of this side.
   *
   * @throws NotFound if one of them is not a colleague in a casework role
   */
  @Transactional
  public void name(UUID id, Collection<UUID> officers, SignedIn who) {
    lead(who);
    Desk desk = rows.hold(id, who.organisation()).orElseThrow(NotFound::new);
    Set<UUID> named = new TreeSet<>(officers);
    if (!colleagues(who).stream().map(User::id).toList().containsAll(named)) {
      throw new NotFound();
    }
    rows.name(desk, named, who);
    audit.write(
        who, "desk.officers-named", "desk", id, Map.of("officers", String.valueOf(named.size())));
  }

  private static void lead(SignedIn who) {
    if (!leads(who)) {
      throw new NotFound();
    }
  }
}
