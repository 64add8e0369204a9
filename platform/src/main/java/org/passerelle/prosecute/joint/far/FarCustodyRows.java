package org.passerelle.prosecute.joint.far;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.Digests;
import org.passerelle.prosecute.exhibit.ExpectedContent;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Custody between two nodes: who of the other asked for an exhibit of this one, and how it stands
 * with an exhibit of the other. The caller holds the team when it writes.
 */
@Component
public class FarCustodyRows implements ExpectedContent {
  private static final String LINE = "joint_custody_elsewhere.line";
  private final JdbcClient db;
  private final FarShareRows shares;
  private final InvestigationRecord records;

  FarCustodyRows(JdbcClient db, FarShareRows shares, InvestigationRecord records) {
    this.db = db;
    this.shares = shares;
    this.records = records;
  }

  /** Lets an exhibit be offered to somebody of the other node; returns whether it could not be. */
  public boolean asked(UUID team, UUID exhibit, UUID user) {
    return db.sql(
                """
                insert into joint_taker (team, exhibit, user_id, at) values (:team, :exhibit, :user, :at)
                on conflict do nothing
                """)
            .param("team", team)
            .param("exhibit", exhibit)
            .param("user", user)
            .param("at", records.now())
            .update()
        == 1;
  }

  /** Who of the other node asked for an exhibit. */
  public List<UUID> takers(UUID team, UUID exhibit) {
    return db.sql("select user_id from joint_taker where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .query(UUID.class)
        .list();
  }

  /** Teams in which somebody of another node asked for an exhibit. */
  public List<UUID> teams(UUID exhibit, UUID taker) {
    return db.sql("select team from joint_taker where exhibit = :exhibit and user_id = :user")
        .param("exhibit", exhibit)
        .param("user", taker)
        .query(UUID.class)
        .list();
  }

  /** A line that its giver signed, with the certificate in base64. */
  public record Line(String line, String certificate) {}

  /**
   * How it stands with an exhibit of the other node.
   *
   * @param user who of this node asked, is offered it, or has answered
   * @param line the offer; null if there is none
   * @param offer its hash
   * @param answer hash of what was answered
   * @param copy exhibit as which its file is taken in here
   * @param at since when it stands so
   */
  public record Standing(
      UUID user,
      String state,
      @Nullable Line line,
      @Nullable String offer,
      @Nullable String answer,
      @Nullable UUID copy,
      Instant at) {}

  public Optional<Standing> of(UUID team, UUID exhibit) {
    return db.sql("select * from joint_custody_elsewhere where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .query(
            (row, i) -> {
              byte[] line = row.getBytes("line");
              return new Standing(
                  row.getObject("user_id", UUID.class),
                  row.getString("state"),
                  line == null ? null : records.open(team, LINE, line, Line.class),
                  row.getString("offer"),
                  row.getString("answer"),
                  row.getObject("copy", UUID.class),
                  Columns.instant(row, "at"));
            })
        .optional();
  }

  /** Enters that what somebody here was offered stands no more: they have asked, as before. */
  public void unoffered(UUID team, UUID exhibit, UUID user) {
    put(team, exhibit, user, "asked", null, null);
  }

  /** Enters an offer to somebody here. */
  public void offered(UUID team, UUID exhibit, UUID user, Line line, String offer) {
    put(team, exhibit, user, "offered", records.sealCodes(team, LINE, line), offer);
  }

  private void put(
      UUID team,
      UUID exhibit,
      UUID user,
      String state,
      byte @Nullable [] line,
      @Nullable String offer) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", exhibit);
    row.put("user", user);
    row.put("state", state);
    row.put("line", line);
    row.put("offer", offer);
    row.put("at", records.now());
    int changed =
        db.sql(
                """
                update joint_custody_elsewhere
                   set user_id = :user, state = :state, line = :line, offer = :offer, answer = null, at = :at
                 where team = :team and exhibit = :exhibit
                """)
            .params(row)
            .update();
    if (changed == 0) {
      db.sql(
              """
              insert into joint_custody_elsewhere (team, exhibit, user_id, state, line, offer, at)
              values (:team, :exhibit, :user, :state, :line, :offer, :at)
              """)
          .params(row)
          .update();
    }
  }

  /** An exhibit of another node that is offered to somebody of this one. */
  public record Offered(UUID team, UUID exhibit, Instant at) {}

  /** Those of some teams that wait for somebody, and are still shared. */
  public List<Offered> waiting(Collection<UUID> teams, UUID user) {
    return db.sql(
            """
            select c.team, c.exhibit, c.at
              from joint_custody_elsewhere c
              join joint_exhibit_elsewhere e on e.team = c.team and e.exhibit = c.exhibit
             where c.team = any(cast(:teams as uuid array)) and c.user_id = :user and c.state = 'offered'
               and e.content is not null
            """)
        .param("teams", UuidArray.of(teams))
        .param("user", user)
        .query(
            (row, i) ->
                new Offered(
                    row.getObject("team", UUID.class),
                    row.getObject("exhibit", UUID.class),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Enters what was answered; returns whether an offer waited. */
  public boolean signed(UUID team, UUID exhibit, String answer) {
    return db.sql(
                """
                update joint_custody_elsewhere set state = 'signed', answer = :answer, at = :at
                 where team = :team and exhibit = :exhibit and state = 'offered'
                """)
            .param("answer", answer)
            .param("at", records.now())
            .param("team", team)
            .param("exhibit", exhibit)
            .update()
        == 1;
  }

  /** Enters as which exhibit its file is taken in here. */
  public boolean copied(UUID team, UUID exhibit, UUID copy) {
    return db.sql(
                """
                update joint_custody_elsewhere set copy = :copy
                 where team = :team and exhibit = :exhibit and copy is null
                """)
            .param("copy", copy)
            .param("team", team)
            .param("exhibit", exhibit)
            .update()
        == 1;
  }

  private record Copied(UUID team, UUID exhibit) {}

  @Override
  public Optional<Digests> of(UUID copy) {
    return db.sql("select team, exhibit from joint_custody_elsewhere where copy = :copy")
        .param("copy", copy)
        .query(
            (row, i) ->
                new Copied(row.getObject("team", UUID.class), row.getObject("exhibit", UUID.class)))
        .optional()
        .flatMap(one -> shares.digests(one.team, one.exhibit));
  }
}
