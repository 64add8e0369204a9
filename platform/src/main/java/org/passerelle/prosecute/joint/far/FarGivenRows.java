package org.passerelle.prosecute.joint.far;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.evidence.custody.CustodyEntry;
import org.passerelle.evidence.custody.Offer;
import org.passerelle.prosecute.investigation.InvestigationRecord;
import org.passerelle.storage.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Exhibits of the other node that somebody here hands back or on: to whom they can, what they
 * offer, and the hand-overs that were signed here. The caller holds the team when it writes.
 */
@Component
public class FarGivenRows {
  private static final String LINE = "joint_given_elsewhere.line";
  private final JdbcClient db;
  private final InvestigationRecord records;

  FarGivenRows(JdbcClient db, InvestigationRecord records) {
    this.db = db;
    this.records = records;
  }

  /**
   * Somebody who can take an exhibit.
   *
   * @param certificate of the key by which they sign
   * @param far whether they are of the other node
   * @param at when they asked, or gave it
   */
  public record Taker(String certificate, UUID user, boolean far, Instant at) {}

  /** Those of an exhibit, last first. */
  public List<Taker> takers(UUID team, UUID exhibit) {
    return db.sql(
            """
            select * from joint_taker_elsewhere where team = :team and exhibit = :exhibit
             order by at desc, certificate_id
            """)
        .param("team", team)
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new Taker(
                    row.getString("certificate_id"),
                    row.getObject("user_id", UUID.class),
                    row.getBoolean("far"),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Lets somebody take an exhibit; returns whether they could not before. */
  public boolean canTake(UUID team, UUID exhibit, String certificate, UUID user, boolean far) {
    Map<String, Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", exhibit);
    row.put("certificate", certificate);
    row.put("user", user);
    row.put("far", far);
    row.put("at", records.now());
    boolean before =
        db.sql(
                    """
                    update joint_taker_elsewhere set at = :at
                     where team = :team and exhibit = :exhibit and certificate_id = :certificate
                    """)
                .params(row)
                .update()
            == 1;
    if (!before) {
      db.sql(
              """
              insert into joint_taker_elsewhere (team, exhibit, certificate_id, user_id, far, at)
              values (:team, :exhibit, :certificate, :user, :far, :at)
              """)
          .params(row)
          .update();
    }
    return !before;
  }

  /** Ends what somebody asked for, once they have answered an offer. */
  public void answered(UUID team, UUID exhibit, String certificate) {
    db.sql(
            """
            delete from joint_taker_elsewhere
             where team = :team and exhibit = :exhibit and certificate_id = :certificate
            """)
        .param("team", team)
        .param("exhibit", exhibit)
        .param("certificate", certificate)
        .update();
  }

  /** How many people of the other node are known in a team by their certificates. */
  public int certificates(UUID team) {
    return db.sql(
            """
            select count(*) from (
              select user_id from joint_taker where team = :team
               union
              select user_id from joint_taker_elsewhere where team = :team and far) known
            """)
        .param("team", team)
        .query(Integer.class)
        .single();
  }

  /** Who of this node holds by an entry, and by which key. */
  public record Holder(UUID user, String certificate) {}

  /** Who of this node holds an exhibit, if they took it by that entry. */
  public Optional<Holder> holder(UUID team, UUID exhibit, String entry) {
    return db.sql(
            """
            select user_id, certificate_id from joint_signed_elsewhere
             where team = :team and exhibit = :exhibit and entry = :entry and user_id is not null
            """)
        .param("team", team)
        .param("exhibit", exhibit)
        .param("entry", entry)
        .query(
            (row, i) ->
                new Holder(row.getObject("user_id", UUID.class), row.getString("certificate_id")))
        .optional();
  }

  /** Whether somebody here has signed a hand-over, in any team that reads the exhibit. */
  public boolean isSignedHere(UUID exhibit, String entry) {
    return db.sql(
                """
                select count(*) from joint_signed_elsewhere where exhibit = :exhibit and entry = :entry
                """)
            .param("exhibit", exhibit)
            .param("entry", entry)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Keeps that somebody here signed a hand-over.
   *
   * @param holder who of this node took by it; null if it was handed back
   */
  public void signed(UUID team, UUID exhibit, String entry, @Nullable Holder holder) {
    Map<String, @Nullable Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", exhibit);
    row.put("entry", entry);
    row.put("user", holder == null ? null : holder.user);
    row.put("certificate", holder == null ? null : holder.certificate);
    row.put("at", records.now());
    db.sql(
            """
            insert into joint_signed_elsewhere (team, exhibit, entry, user_id, certificate_id, at)
            values (:team, :exhibit, :entry, :user, :certificate, :at) on conflict do nothing
            """)
        .params(row)
        .update();
  }

  /**
   * What somebody here offers.
   *
   * @param withdrawn whether they took it back, and the other node has not said so yet
   */
  public record Given(UUID user, UUID to, boolean withdrawn, Offer offer, Instant at) {
    /** Whether it follows a chain as it is known. */
    public boolean follows(FarExhibit.Content content) {
      return content.heldHere() && content.head().equals(offer.statement().previous());
    }
  }

  /** What is offered of an exhibit. */
  public Optional<Given> given(UUID team, UUID exhibit) {
    return db.sql("select * from joint_given_elsewhere where team = :team and exhibit = :exhibit")
        .param("team", team)
        .param("exhibit", exhibit)
        .query(
            (row, i) ->
                new Given(
                    row.getObject("user_id", UUID.class),
                    row.getObject("to_user", UUID.class),
                    row.getString("state").equals("withdrawn"),
                    new Offer(
                        CustodyEntry.read(
                            records.open(team, LINE, row.getBytes("line"), Line.class).line())),
                    Columns.instant(row, "at")))
        .optional();
  }

  private record Line(String line) {}

  /** Enters an offer in the place of an earlier one. */
  public void give(UUID team, UUID exhibit, UUID user, UUID to, Offer offer) {
    remove(team, exhibit, null);
    Map<String, Object> row = new HashMap<>();
    row.put("team", team);
    row.put("exhibit", exhibit);
    row.put("user", user);
    row.put("to", to);
    row.put("line", records.sealCodes(team, LINE, new Line(offer.entry().line())));
    row.put("offer", offer.entry().hash());
    row.put("at", records.now());
    db.sql(
            """
            insert into joint_given_elsewhere (team, exhibit, user_id, to_user, state, line, offer, at)
            values (:team, :exhibit, :user, :to, 'given', :line, :offer, :at)
            """)
        .params(row)
        .update();
  }

  /** Enters that an offer is taken back; returns whether it stood. */
  public boolean takeBack(UUID team, UUID exhibit, UUID user) {
    return db.sql(
                """
                update joint_given_elsewhere set state = 'withdrawn', at = :at
                 where team = :team and exhibit = :exhibit and user_id = :user and state = 'given'
                """)
            .param("at", records.now())
            .param("team", team)
            .param("exhibit", exhibit)
            .param("user", user)
            .update()
        == 1;
  }

  /** Removes an offer of which the other node has said what became of it. */
  public boolean settled(UUID team, UUID exhibit, String offer) {
    return remove(team, exhibit, offer);
  }

  private boolean remove(UUID team, UUID exhibit, @Nullable String offer) {
    return db.sql(
                """
                delete from joint_given_elsewhere
                 where team = :team and exhibit = :exhibit and (cast(:offer as varchar) is null or offer = :offer)
                """)
            .param("team", team)
            .param("exhibit", exhibit)
            .param("offer", offer)
            .update()
        == 1;
  }
}
