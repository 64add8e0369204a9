package org.passerelle.protect.supervision;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who carries how much: numbers per colleague, no case. */
@Service
public class Workload {
  private final JdbcClient db;
  private final Users users;
  private final Clock clock;

  Workload(JdbcClient db, Users users, Clock clock) {
    this.db = db;
    this.users = users;
    this.clock = clock;
  }

  /**
   * What a colleague carries.
   *
   * @param active false if they can no longer sign in, and their cases wait for somebody
   */
  public record Line(UUID user, String name, boolean active, int cases, int tasks, int overdue) {
    /** Whether cases or tasks are left with somebody who is gone. */
    public boolean orphaned() {
      return !active && cases + tasks > 0;
    }
  }

  /** All of the organisation who lead cases or could, those who carry most first. */
  @Transactional(readOnly = true)
  public List<Line> of(SignedIn who) {
    Map<UUID, Integer> cases = cases(who);
    Map<UUID, int[]> tasks = tasks(who);
    return users.in(who.organisation()).stream()
        .filter(u -> leads(u) || cases.containsKey(u.id()) || tasks.containsKey(u.id()))
        .map(
            u -> {
              int[] open = tasks.getOrDefault(u.id(), new int[2]);
              return new Line(
                  u.id(), u.name(), u.active(), cases.getOrDefault(u.id(), 0), open[0], open[1]);
            })
        .sorted(
            (a, b) ->
                a.cases != b.cases ? Integer.compare(b.cases, a.cases) : a.name.compareTo(b.name))
        .toList();
  }

  private static boolean leads(User user) {
    return user.active() && user.roles().contains(Role.CASE_MANAGER);
  }

  private Map<UUID, Integer> cases(SignedIn who) {
    Map<UUID, Integer> found = new HashMap<>();
    db.sql(
            """
            select lead_user, count(*) as cases from protect_case
             where organisation = :organisation and state <> 'closed' group by lead_user
            """)
        .param("organisation", who.organisation())
        .query(
            row -> {
              found.put(row.getObject("lead_user", UUID.class), row.getInt("cases"));
            });
    return found;
  }

  private Map<UUID, int[]> tasks(SignedIn who) {
    Map<UUID, int[]> found = new HashMap<>();
    db.sql(
            """
            select t.assigned, count(*) as tasks, count(case when t.due < :now then 1 end) as overdue
              from case_task t join protect_case c on c.id = t.case_id
             where c.organisation = :organisation and t.done_at is null group by t.assigned
            """)
        .param("organisation", who.organisation())
        .param("now", Absences.at(clock.instant()))
        .query(
            row -> {
              found.put(
                  row.getObject("assigned", UUID.class),
                  new int[] {row.getInt("tasks"), row.getInt("overdue")});
            });
    return found;
  }
}
