package org.passerelle.prosecute.joint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Amendments with their signatures; the caller holds the team. */
@Component
class AmendmentRows {
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  AmendmentRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Those of some teams, newest first. */
  Map<UUID, List<JointTeam.Amendment>> of(Collection<UUID> teams) {
    Map<UUID, Set<UUID>> signatures = signatures(teams);
    Map<UUID, List<JointTeam.Amendment>> amendments = new HashMap<>();
    db.sql(
            """
            select * from joint_amendment where team = any(cast(:ids as uuid array)) order by number desc
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              amendments
                  .computeIfAbsent(row.getObject("team", UUID.class), t -> new ArrayList<>())
                  .add(
                      new JointTeam.Amendment(
                          id,
                          row.getObject("until_on", LocalDate.class),
                          row.getObject("newcomer", UUID.class),
                          row.getString("state"),
                          row.getObject("organisation", UUID.class),
                          Columns.instant(row, "at"),
                          signatures.getOrDefault(id, Set.of())));
            });
    return amendments;
  }

  private Map<UUID, Set<UUID>> signatures(Collection<UUID> teams) {
    Map<UUID, Set<UUID>> signatures = new HashMap<>();
    db.sql(
            """
            select s.amendment, s.organisation
              from joint_amendment_signature s join joint_amendment a on a.id = s.amendment
             where a.team = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              signatures
                  .computeIfAbsent(row.getObject("amendment", UUID.class), a -> new HashSet<>())
                  .add(row.getObject("organisation", UUID.class));
            });
    return signatures;
  }

  /** Proposes a later last day, or another organisation. */
  UUID propose(JointTeam team, @Nullable LocalDate until, @Nullable UUID newcomer, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("id", id);
    row.put("team", team.id());
    row.put("number", team.amendments().size() + 1);
    row.put("until", until);
    row.put("newcomer", newcomer);
    row.put("organisation", who.organisation());
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into joint_amendment (id, team, number, until_on, newcomer, state, organisation, at, by_user)
            values (:id, :team, :number, :until, :newcomer, 'open', :organisation, :at, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Signs for the reader's organisation; returns whether it had not signed. */
  boolean sign(UUID amendment, SignedIn who) {
    return db.sql(
                """
                insert into joint_amendment_signature (amendment, organisation, at, by_user)
                values (:amendment, :organisation, :at, :user) on conflict do nothing
                """)
            .param("amendment", amendment)
            .param("organisation", who.organisation())
            .param("at", records.now())
            .param("user", who.user())
            .update()
        == 1;
  }

  /** Settles one that is open; returns whether it was. */
  boolean settle(UUID amendment, String state) {
    return db.sql("update joint_amendment set state = :state where id = :id and state = 'open'")
            .param("state", state)
            .param("id", amendment)
            .update()
        == 1;
  }
}
