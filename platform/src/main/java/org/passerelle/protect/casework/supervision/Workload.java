package org.passerelle.protect.casework.supervision;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.language.Texts;
import org.passerelle.protect.casework.due.DueThing;
import org.passerelle.protect.casework.due.Dues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Workload: numbers per colleague, without cases. */
@Service
public class Workload {
  private final JdbcClient db;
  private final Users users;
  private final Dues dues;
  private final Clock clock;

  Workload(JdbcClient db, Users users, Dues dues, Clock clock) {
    this.clock = clock;
    this.db = db;
    this.users = users;
    this.dues = dues;
  }

  /**
   * Workload of a colleague.
   *
   * @param tasks number of tasks with a deadline
   * @param overdue number of these that are overdue
   * @param active false if the user can no longer sign in, so that their cases need a new lead
   */
  public record Line(UUID user, String name, boolean active, int cases, int tasks, int overdue) {
    /** Whether an inactive user still has cases or tasks. */
    public boolean orphaned() {
      return !active && cases + tasks > 0;
    }
  }

  /** Everybody in the organisation who leads or could lead cases, highest workload first. */
  @Transactional(readOnly = true)
  public List<Line> of(SignedIn who) {
    Map<UUID, Integer> cases = cases(who);
    Map<UUID, Dues.Load> load = new HashMap<>();
    dues.load(who).forEach(one -> one.user().ifPresent(user -> load.put(user, one)));
    return users.in(who.organisation()).stream()
        .filter(u -> leads(u) || cases.containsKey(u.id()) || load.containsKey(u.id()))
        .map(
            u -> {
              Dues.Load open = load.get(u.id());
              return new Line(
                  u.id(),
                  u.name(),
                  u.active(),
                  cases.getOrDefault(u.id(), 0),
                  open == null ? 0 : open.things(),
                  open == null ? 0 : open.late());
            })
        .sorted(
            (a, b) ->
                a.cases != b.cases ? Integer.compare(b.cases, a.cases) : a.name.compareTo(b.name))
        .toList();
  }

  /**
   * Items that wait for any supervisor, and how many are overdue, in cases and outside, as on the
   * board.
   */
  @Transactional(readOnly = true)
  public Dues.Load ofSupervisors(SignedIn who, Texts texts) {
    Dues.Load inCases =
        dues.load(who).stream()
            .filter(one -> one.user().isEmpty())
            .findFirst()
            .orElse(new Dues.Load(Optional.empty(), 0, 0));
    List<DueThing> loose = dues.loose(who, texts);
    Instant now = clock.instant();
    long late = loose.stream().filter(one -> one.late(now)).count();
    return new Dues.Load(
        Optional.empty(), inCases.things() + loose.size(), inCases.late() + (int) late);
  }

  private static boolean leads(User user) {
    return user.active() && user.roles().contains(Role.CASE_MANAGER);
  }

  private Map<UUID, Integer> cases(SignedIn who) {
    Map<UUID, Integer> found = new HashMap<>();
    db.sql(
            """
            select lead_user, count(*) as cases from case_outline
             where organisation = :organisation and state <> 'closed' group by lead_user
            """)
        .param("organisation", who.organisation())
        .query(
            row -> {
              found.put(row.getObject("lead_user", UUID.class), row.getInt("cases"));
            });
    return found;
  }
}
