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
import org.passerelle.access.SignedIn;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Extensions with their signatures; the caller holds the team. */
@Component
class ExtensionRows {
  private final JdbcClient db;
  private final InvestigationRecord records;
  private final Identifiers identifiers;

  ExtensionRows(JdbcClient db, InvestigationRecord records, Identifiers identifiers) {
    this.db = db;
    this.records = records;
    this.identifiers = identifiers;
  }

  /** Those of some teams, newest first. */
  Map<UUID, List<JointTeam.Extension>> of(Collection<UUID> teams) {
    Map<UUID, Set<UUID>> signatures = signatures(teams);
    Map<UUID, List<JointTeam.Extension>> extensions = new HashMap<>();
    db.sql(
            """
            select * from joint_extension where team = any(cast(:ids as uuid array)) order by number desc
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              extensions
                  .computeIfAbsent(row.getObject("team", UUID.class), t -> new ArrayList<>())
                  .add(
                      new JointTeam.Extension(
                          id,
                          row.getObject("until_on", LocalDate.class),
                          row.getString("state"),
                          row.getObject("organisation", UUID.class),
                          Columns.instant(row, "at"),
                          signatures.getOrDefault(id, Set.of())));
            });
    return extensions;
  }

  private Map<UUID, Set<UUID>> signatures(Collection<UUID> teams) {
    Map<UUID, Set<UUID>> signatures = new HashMap<>();
    db.sql(
            """
            select s.extension, s.organisation
              from joint_extension_signature s join joint_extension e on e.id = s.extension
             where e.team = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(teams))
        .query(
            row -> {
              signatures
                  .computeIfAbsent(row.getObject("extension", UUID.class), e -> new HashSet<>())
                  .add(row.getObject("organisation", UUID.class));
            });
    return signatures;
  }

  UUID propose(JointTeam team, LocalDate until, SignedIn who) {
    UUID id = identifiers.next();
    Map<String, Object> row = new HashMap<>();
    row.put("id", id);
    row.put("team", team.id());
    row.put("number", team.extensions().size() + 1);
    row.put("until", until);
    row.put("organisation", who.organisation());
    row.put("at", records.now());
    row.put("user", who.user());
    db.sql(
            """
            insert into joint_extension (id, team, number, until_on, state, organisation, at, by_user)
            values (:id, :team, :number, :until, 'open', :organisation, :at, :user)
            """)
        .params(row)
        .update();
    return id;
  }

  /** Signs for the reader's organisation; returns whether it had not signed. */
  boolean sign(UUID extension, SignedIn who) {
    return db.sql(
                """
                insert into joint_extension_signature (extension, organisation, at, by_user)
                values (:extension, :organisation, :at, :user) on conflict do nothing
                """)
            .param("extension", extension)
            .param("organisation", who.organisation())
            .param("at", records.now())
            .param("user", who.user())
            .update()
        == 1;
  }

  /** Settles one that is open; returns whether it was. */
  boolean settle(UUID extension, String state) {
    return db.sql("update joint_extension set state = :state where id = :id and state = 'open'")
            .param("state", state)
            .param("id", extension)
            .update()
        == 1;
  }
}
