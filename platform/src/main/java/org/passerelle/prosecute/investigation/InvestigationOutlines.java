package org.passerelle.prosecute.investigation;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.Role;
import org.passerelle.access.User;
import org.passerelle.accounts.Users;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the application itself has to know of investigations, whoever reads; never what they say.
 */
@Component
public class InvestigationOutlines {
  private final JdbcClient db;
  private final Users users;
  private final Clock clock;

  InvestigationOutlines(JdbcClient db, Users users, Clock clock) {
    this.db = db;
    this.users = users;
    this.clock = clock;
  }

  /** Organisations that have investigations. */
  public List<UUID> organisations() {
    return db.sql("select distinct organisation from investigation order by organisation")
        .query(UUID.class)
        .list();
  }

  /** The organisation of one. */
  public UUID organisation(UUID id) {
    return db.sql("select organisation from investigation where id = :id")
        .param("id", id)
        .query(UUID.class)
        .single();
  }

  /** Investigations of an organisation. */
  public List<UUID> of(UUID organisation) {
    return db.sql("select id from investigation where organisation = :organisation order by id")
        .param("organisation", organisation)
        .query(UUID.class)
        .list();
  }

  /** Organisations of some. */
  public Map<UUID, UUID> organisations(Collection<UUID> ids) {
    Map<UUID, UUID> organisations = new HashMap<>();
    db.sql("select id, organisation from investigation where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(ids))
        .query(
            row -> {
              organisations.put(
                  row.getObject("id", UUID.class), row.getObject("organisation", UUID.class));
            });
    return organisations;
  }

  /** Numbers of some. */
  public Map<UUID, String> numbers(Collection<UUID> ids) {
    Map<UUID, String> numbers = new HashMap<>();
    db.sql("select id, number from investigation where id = any(cast(:ids as uuid array))")
        .param("ids", UuidArray.of(ids))
        .query(
            row -> {
              numbers.put(row.getObject("id", UUID.class), row.getString("number"));
            });
    return numbers;
  }

  /** Who is on the teams of some at this moment; one without a team is left out. */
  public Map<UUID, Set<UUID>> members(Collection<UUID> investigations) {
    Map<UUID, Set<UUID>> members = new HashMap<>();
    db.sql(
            """
            select investigation, user_id from investigation_member
             where investigation = any(cast(:ids as uuid array)) and (until_at is null or until_at > :now)
            """)
        .param("ids", UuidArray.of(investigations))
        .param("now", Columns.now(clock))
        .query(
            row -> {
              members
                  .computeIfAbsent(row.getObject("investigation", UUID.class), i -> new HashSet<>())
                  .add(row.getObject("user_id", UUID.class));
            });
    return members;
  }

  /** Prosecutors on the team of one, whom others may call about it. */
  public List<User> prosecutors(UUID id) {
    List<UUID> members =
        db.sql(
                """
                select user_id from investigation_member
                 where investigation = :id and (until_at is null or until_at > :now)
                """)
            .param("id", id)
            .param("now", Columns.now(clock))
            .query(UUID.class)
            .list();
    return users.with(organisation(id), Role.PROSECUTOR).stream()
        .filter(user -> members.contains(user.id()))
        .toList();
  }
}
