package org.passerelle.prosecute.joint.far;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import org.passerelle.outbox.RejectedMessage;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Exhibits that the office of another node shares; the caller holds the team when it writes. */
@Component
public class FarShareRows {
  /** How many exhibits of the other office a team can have, with those that it had. */
  public static final int MOST = 2000;

  private static final String CONTENT = "joint_exhibit_elsewhere.content";
  private final JdbcClient db;
  private final InvestigationRecord records;

  FarShareRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  /** What a message did. */
  public enum Effect {
    /** It is shared from now on. */
    SHARED,
    /** It was shared already. */
    CHANGED,
    /** Its chain does not follow the one that is here, which stays. */
    BROKEN,
    /** The message is an old one. */
    NONE
  }

  /** Those that are shared with a team. */
  public List<FarExhibit> of(UUID team) {
    return db.sql(
            "select * from joint_exhibit_elsewhere where team = :team and content is not null")
        .param("team", team)
        .query((row, i) -> exhibit(team, row))
        .list();
  }

  /** One of them. */
  public Optional<FarExhibit> find(UUID team, UUID exhibit) {
    return db.sql(
            """
            select * from joint_exhibit_elsewhere
             where team = :team and exhibit = :exhibit and content is not null
            """)
        .param("team", team)
        .param("exhibit", exhibit)
        .query((row, i) -> exhibit(team, row))
        .optional();
  }

  private FarExhibit exhibit(UUID team, ResultSet row) throws SQLException {
    return new FarExhibit(
        row.getObject("exhibit", UUID.class),
        row.getObject("organisation", UUID.class),
        records.open(team, CONTENT, row.getBytes("content"), FarExhibit.Content.class),
        Columns.instantOrNull(row, "broken_at"));
  }

  /** What the other node measured; what is not shared any more cannot be taken in. */
  public Optional<Digests> digests(UUID team, UUID exhibit) {
    return Optional.of(
        find(team, exhibit)
            .map(FarExhibit::content)
            .map(one -> new Digests(one.size(), one.sha256(), one.sha512()))
            .orElseGet(() -> new Digests(0, "", "")));
  }

  private record Pinned(int revision, int steps, String pin, boolean shared) {
    boolean continuedBy(FarExhibit.Content content) {
      return steps == 0 || (content.chain().size() >= steps && content.pin(steps).equals(pin));
    }
  }

  private Optional<Pinned> pinned(UUID team, UUID exhibit) {
    return db.sql("select * from joint_exhibit_elsewhere where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new Pinned(
                    row.getInt("revision"),
                    row.getInt("steps"),
                    row.getString("pin"),
                    row.getBytes("content") != null))
        .optional();
  }

  /** Keeps what another node says of an exhibit of its own, if it follows what it said before. */
  public Effect arrived(UUID team, UUID organisation, JointMessages.Shared said) {
    Optional<Pinned> before = pinned(team, said.id());
    if (before.filter(one -> one.revision >= said.revision()).isPresent()) {
      return Effect.NONE;
    }
    if (before.filter(one -> !one.continuedBy(said.exhibit())).isPresent()) {
      broken(team, said);
      return Effect.BROKEN;
    }
    int steps = said.exhibit().chain().size();
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", said.id());
    row.put("organisation", organisation);
    row.put("revision", said.revision());
    row.put("steps", steps);
    row.put("pin", said.exhibit().pin(steps));
    row.put("content", records.sealAsItCame(team, CONTENT, said.exhibit()));
    row.put("now", records.now());
    if (before.isEmpty()) {
      insert(row);
    } else {
      db.sql(
              """
              update joint_exhibit_elsewhere
                 set revision = :revision, steps = :steps, pin = :pin, content = :content, at = :now
               where team = :team and exhibit = :exhibit
              """)
          .params(row)
          .update();
    }
    return before.filter(Pinned::shared).isPresent() ? Effect.CHANGED : Effect.SHARED;
  }

  /** A new one; a node could otherwise fill this one. */
  private void insert(Map<String, @Nullable Object> row) {
    int already =
        db.sql("select count(*) from joint_exhibit_elsewhere where team = :team")
            .param("team", row.get("team"))
            .query(Integer.class)
            .single();
    if (already >= MOST) {
      throw new RejectedMessage(RejectedMessage.Why.CONTENT, "most-exhibits");
    }
    db.sql(
            """
            insert into joint_exhibit_elsewhere (team, exhibit, organisation, revision, steps, pin, content, at)
            values (:team, :exhibit, :organisation, :revision, :steps, :pin, :content, :now)
            """)
        .params(row)
        .update();
  }

  private void broken(UUID team, JointMessages.Shared said) {
    db.sql(
            """
            update joint_exhibit_elsewhere set revision = :revision, broken_at = :now
             where team = :team and exhibit = :exhibit
            """)
        .param("revision", said.revision())
        .param("now", records.now())
        .param("team", team)
        .param("exhibit", said.id())
        .update();
  }

  /**
   * Deletes what was shared, as whoever shared it says; returns whether it was. The pin stays, so
   * that it cannot come back with another chain, and the revision, so that no late message does.
   */
  public boolean ended(UUID team, UUID organisation, JointMessages.Unshared said) {
    Optional<Pinned> before = pinned(team, said.id());
    if (before.filter(one -> one.revision >= said.revision()).isPresent()) {
      return false;
    }
    if (before.isEmpty()) {
      Map<String, @Nullable Object> row = new HashMap<>();
      row.put("team", team);
      row.put("exhibit", said.id());
      row.put("organisation", organisation);
      row.put("revision", said.revision());
      row.put("steps", 0);
      row.put("pin", "");
      row.put("content", null);
      row.put("now", records.now());
      insert(row);
      return false;
    }
    db.sql(
            """
            update joint_exhibit_elsewhere set revision = :revision, content = null, at = :now
             where team = :team and exhibit = :exhibit
            """)
        .param("revision", said.revision())
        .param("now", records.now())
        .param("team", team)
        .param("exhibit", said.id())
        .update();
    return before.get().shared;
  }
}
