package org.passerelle.steer.cycle;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.refusal.Refused;
import org.passerelle.register.Entry;
import org.passerelle.register.Facts;
import org.passerelle.register.Register;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which body of the steering committee a member represents; the bodies are in the register. */
@Component
public class Seats {
  private final JdbcClient db;
  private final Register register;
  private final Users users;
  private final Clock clock;

  Seats(JdbcClient db, Register register, Users users, Clock clock) {
    this.db = db;
    this.register = register;
    this.users = users;
    this.clock = clock;
  }

  /** The deciding bodies, in the order of the register. */
  public List<Entry> members() {
    return members(register.facts());
  }

  /** The same of a state of the register. */
  public static List<Entry> members(Facts facts) {
    return facts.all("committee").stream()
        .flatMap(committee -> facts.refs(committee, "members").stream())
        .toList();
  }

  /** Active users who may represent a body. */
  public List<User> sitting() {
    return users.all().stream()
        .filter(user -> user.roles().contains(Role.STEERING_MEMBER))
        .toList();
  }

  /** Names of the users who represent each body. */
  public Map<String, List<String>> names() {
    Map<UUID, String> seats = all();
    Map<String, List<String>> names = new HashMap<>();
    for (User user : sitting()) {
      String member = seats.get(user.id());
      if (member != null) {
        names.computeIfAbsent(member, m -> new ArrayList<>()).add(user.name());
      }
    }
    return names;
  }

  /** The body that a user represents. */
  public Optional<String> of(UUID user) {
    return db.sql("select member from cycle_seat where user_id = :user")
        .param("user", user)
        .query(String.class)
        .optional();
  }

  /** Bodies by user. */
  public Map<UUID, String> all() {
    Map<UUID, String> seats = new HashMap<>();
    db.sql("select user_id, member from cycle_seat")
        .query(
            row -> {
              seats.put(row.getObject("user_id", UUID.class), row.getString("member"));
            });
    return seats;
  }

  /**
   * Assigns a user to a body.
   *
   * @param member body of the committee, or empty to remove the user's seat
   * @throws Refused if the user is not a steering committee member, or there is no such body
   */
  public void seat(SignedIn by, UUID user, String member) {
    boolean known = members().stream().anyMatch(m -> m.id().equals(member));
    if (sitting().stream().noneMatch(u -> u.id().equals(user)) || (!member.isEmpty() && !known)) {
      throw new Refused("cycle.refused.seat");
    }
    db.sql("delete from cycle_seat where user_id = :user").param("user", user).update();
    if (!member.isEmpty()) {
      db.sql(
              "insert into cycle_seat (user_id, member, by_user, at) values (:user, :member, :by, :at)")
          .param("user", user)
          .param("member", member)
          .param("by", by.user())
          .param("at", CycleDocuments.at(clock.instant()))
          .update();
    }
  }
}
