package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.Role;
import org.passerelle.access.SignedIn;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works on an investigation. A prosecutor of the team decides; one prosecutor at least stays on
 * it without an end, since nobody else could add somebody. Safe for concurrent use.
 */
@Service
public class InvestigationTeam {
  private final JdbcClient db;
  private final Users users;
  private final InvestigationSight sight;
  private final InvestigationRecord records;
  private final Clock clock;

  InvestigationTeam(
      JdbcClient db,
      Users users,
      InvestigationSight sight,
      InvestigationRecord records,
      Clock clock) {
    this.db = db;
    this.users = users;
    this.sight = sight;
    this.records = records;
    this.clock = clock;
  }

  /**
   * A member.
   *
   * @param until when the membership ends; null without an end
   */
  public record Line(UUID user, @Nullable Instant until) {}

  /** Members today, who came first first. */
  @Transactional(readOnly = true)
  public List<Line> of(UUID investigation, SignedIn who) {
    sight.check(investigation, who);
    return members(investigation);
  }

  private List<Line> members(UUID investigation) {
    return db.sql(
            """
            select user_id, until_at from investigation_member
             where investigation = :id and (until_at is null or until_at > :now) order by at, user_id
            """)
        .param("id", investigation)
        .param("now", Columns.now(clock))
        .query(
            (row, i) ->
                new Line(
                    row.getObject("user_id", UUID.class), Columns.instantOrNull(row, "until_at")))
        .list();
  }

  /** Colleagues who could be members: investigators and prosecutors of the organisation. */
  public List<User> eligible(SignedIn who) {
    return Stream.of(Role.PROSECUTOR, Role.INVESTIGATOR)
        .flatMap(role -> users.with(who.organisation(), role).stream())
        .distinct()
        .toList();
  }

  /**
   * Adds a colleague, who then sees everything, or sets when their membership ends.
   *
   * @param until end of the membership; null without an end
   * @throws NotFound if the user is no prosecutor of the team
   * @throws Refused if the colleague cannot be a member, the end has passed, or no prosecutor would
   *     stay
   */
  @Transactional
  public void add(UUID investigation, UUID colleague, @Nullable Instant until, SignedIn who) {
    sight.checkLeads(investigation, who);
    if (eligible(who).stream().noneMatch(user -> user.id().equals(colleague))) {
      throw new Refused("investigation.refused.colleague").at("colleague");
    }
    if (until != null && !until.isAfter(clock.instant())) {
      throw new Refused("investigation.refused.until").at("until");
    }
    boolean there = leave(investigation, colleague);
    join(investigation, colleague, until, who);
    needsProsecutor(investigation, who.organisation());
    records.write(
        investigation,
        there ? "investigation.member-changed" : "investigation.member",
        "",
        null,
        Map.of("colleague", colleague.toString()),
        who);
  }

  /**
   * Takes a colleague off the team at once; a member may also leave themselves.
   *
   * @throws NotFound if the user is no prosecutor of the team and not that colleague
   * @throws Refused if no prosecutor would stay
   */
  @Transactional
  public void remove(UUID investigation, UUID colleague, SignedIn who) {
    if (colleague.equals(who.user())) {
      sight.check(investigation, who);
      hold(investigation);
    } else {
      sight.checkLeads(investigation, who);
    }
    if (!leave(investigation, colleague)) {
      return;
    }
    if (prosecutors(who.organisation()).contains(colleague)) {
      needsProsecutor(investigation, who.organisation());
    }
    records.write(
        investigation,
        "investigation.member-removed",
        "",
        null,
        Map.of("colleague", colleague.toString()),
        who);
  }

  /** Whether an active prosecutor is on the team. */
  boolean isLed(UUID investigation, UUID organisation) {
    List<UUID> prosecutors = prosecutors(organisation);
    return members(investigation).stream().anyMatch(line -> prosecutors.contains(line.user));
  }

  private void needsProsecutor(UUID investigation, UUID organisation) {
    List<UUID> prosecutors = prosecutors(organisation);
    if (members(investigation).stream()
        .noneMatch(line -> line.until == null && prosecutors.contains(line.user))) {
      throw new Refused("investigation.refused.last-prosecutor");
    }
  }

  private List<UUID> prosecutors(UUID organisation) {
    return users.with(organisation, Role.PROSECUTOR).stream().map(User::id).toList();
  }

  void join(UUID investigation, UUID user, @Nullable Instant until, SignedIn by) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", investigation);
    row.put("user", user);
    row.put("until", until == null ? null : Columns.at(until));
    row.put("by", by.user());
    row.put("now", Columns.now(clock));
    db.sql(
            """
            insert into investigation_member (investigation, user_id, until_at, added_by, at)
            values (:id, :user, :until, :by, :now)
            """)
        .params(row)
        .update();
  }

  /** Removes the row of a member, also one whose time is over; returns whether there was one. */
  boolean leave(UUID investigation, UUID user) {
    return db.sql("delete from investigation_member where investigation = :id and user_id = :user")
            .param("id", investigation)
            .param("user", user)
            .update()
        == 1;
  }

  /** Locks the team: two who leave at the same time must not leave it without a prosecutor. */
  private void hold(UUID investigation) {
    db.sql("select id from investigation where id = :id for update")
        .param("id", investigation)
        .query(UUID.class)
        .single();
  }
}
