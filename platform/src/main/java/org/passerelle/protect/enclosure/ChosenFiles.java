package org.passerelle.protect.enclosure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.CaseLock;
import org.passerelle.protect.consent.CarriedWith;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which files go along with a referral, and how far each has come, for its sender. */
@Component
public class ChosenFiles implements CarriedWith {
  private final JdbcClient db;
  private final CaseLock lock;
  private final Identifiers identifiers;
  private final Clock clock;

  ChosenFiles(JdbcClient db, CaseLock lock, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.lock = lock;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /**
   * A file that was chosen.
   *
   * @param id by which the recipient knows it
   * @param file of the case
   * @param category on which it goes; empty while none was chosen
   * @param pieces that were put; none before it was sent
   * @param arrived how many of them arrived
   * @param stopped how many of them did not leave
   */
  public record Chosen(UUID id, UUID file, String category, int pieces, int arrived, int stopped) {

    /** Whether all of it is there. */
    public boolean isThere() {
      return pieces > 0 && arrived == pieces;
    }
  }

  /** Those of a referral, in the order in which they were chosen. */
  public List<Chosen> of(UUID referral, UUID organisation) {
    return db.sql(
            """
            select e.id, e.file, e.category, count(p.message) as pieces,
                   count(case when p.state = 'arrived' then 1 end) as arrived,
                   count(case when p.state = 'stopped' then 1 end) as stopped
              from enclosed_file e left join enclosed_piece p on p.enclosed = e.id
             where e.referral = :referral and e.organisation = :organisation
             group by e.id, e.file, e.category order by e.id
            """)
        .param("referral", referral)
        .param("organisation", organisation)
        .query(Chosen.class)
        .list();
  }

  /**
   * Takes the place of what was chosen before; the draft is the caller's.
   *
   * @param chosen category by file, empty where none was chosen
   */
  public void replace(UUID referral, UUID organisation, UUID caseId, Map<UUID, String> chosen) {
    lock.againstErasure(caseId);
    forget(List.of(referral), organisation);
    chosen.forEach(
        (file, category) ->
            db.sql(
                    """
                    insert into enclosed_file (id, referral, organisation, file, category, at)
                    values (:id, :referral, :organisation, :file, :category, :now)
                    """)
                .param("id", identifiers.next())
                .param("referral", referral)
                .param("organisation", organisation)
                .param("file", file)
                .param("category", category)
                .param("now", Columns.at(clock.instant()))
                .update());
  }

  /** What left of an earlier sending counts no more: the draft is sent anew. */
  void beginAnew(UUID referral, UUID organisation) {
    db.sql(
            """
            delete from enclosed_piece where enclosed in
              (select id from enclosed_file where referral = :referral and organisation = :organisation)
            """)
        .param("referral", referral)
        .param("organisation", organisation)
        .update();
  }

  /** A piece was put. */
  void left(UUID chosen, int number, UUID message, UUID dossier) {
    db.sql(
            """
            insert into enclosed_piece (message, enclosed, dossier, number)
            values (:message, :enclosed, :dossier, :number)
            """)
        .param("message", message)
        .param("enclosed", chosen)
        .param("dossier", dossier)
        .param("number", number)
        .update();
  }

  /** Pieces that did not leave, of files of a referral; they are put anew by the caller. */
  List<Stopped> stopped(UUID referral, UUID organisation) {
    return db.sql(
            """
            select p.message, p.enclosed, p.dossier, p.number, e.file
              from enclosed_piece p join enclosed_file e on e.id = p.enclosed
             where e.referral = :referral and e.organisation = :organisation and p.state = 'stopped'
             order by p.enclosed, p.number
            """)
        .param("referral", referral)
        .param("organisation", organisation)
        .query(Stopped.class)
        .list();
  }

  /** A piece that did not leave. */
  record Stopped(UUID message, UUID enclosed, UUID dossier, int number, UUID file) {}

  /** A piece that had not left was put by another message. */
  void leftAgain(UUID stopped, UUID message) {
    db.sql(
            """
            update enclosed_piece set message = :message, state = 'waiting'
             where message = :stopped and state = 'stopped'
            """)
        .param("message", message)
        .param("stopped", stopped)
        .update();
  }

  @EventListener
  void on(MessageEnded ended) {
    db.sql("update enclosed_piece set state = :state where message = :message")
        .param("state", ended.how() == Ending.DELIVERED ? "arrived" : "stopped")
        .param("message", ended.message())
        .update();
  }

  /** A piece leaves on the basis of the dossier that announced it. */
  @Override
  public Optional<UUID> of(UUID message) {
    return db.sql("select dossier from enclosed_piece where message = :message")
        .param("message", message)
        .query(UUID.class)
        .optional();
  }

  /** Removes what one side chose. */
  void forget(List<UUID> referrals, UUID organisation) {
    if (referrals.isEmpty()) {
      return;
    }
    db.sql(
            """
            delete from enclosed_piece where enclosed in
              (select id from enclosed_file where referral in (:referrals) and organisation = :organisation)
            """)
        .param("referrals", referrals)
        .param("organisation", organisation)
        .update();
    db.sql(
            """
            delete from enclosed_file where referral in (:referrals) and organisation = :organisation
            """)
        .param("referrals", referrals)
        .param("organisation", organisation)
        .update();
  }
}
