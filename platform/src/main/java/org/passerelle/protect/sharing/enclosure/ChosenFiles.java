package org.passerelle.protect.sharing.enclosure;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.protect.sharing.consent.AccompanyingMessages;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Enclosures of a referral with their delivery status, for the sender. */
@Component
public class ChosenFiles implements AccompanyingMessages {
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
   * A selected file.
   *
   * @param id identifier by which the recipient knows it
   * @param file file of the case
   * @param category category under which it is enclosed; empty until chosen
   * @param pieces number of queued pieces; 0 before sending
   * @param arrived number of pieces that arrived
   * @param stopped number of pieces that were not sent
   */
  public record Chosen(UUID id, UUID file, String category, int pieces, int arrived, int stopped) {

    /** Whether it has arrived completely. */
    public boolean isThere() {
      return pieces > 0 && arrived == pieces;
    }
  }

  /** Enclosures of a referral in the order of selection. */
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
   * Replaces the selection; the caller has checked the draft.
   *
   * @param chosen category by file, empty if none was chosen
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

  /** Resets the status of an earlier sending, because the draft is sent again. */
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

  /** Records a queued piece. */
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

  /** Pieces of a referral that were not sent, to be queued again by the caller. */
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

  /** A piece that was not sent. */
  record Stopped(UUID message, UUID enclosed, UUID dossier, int number, UUID file) {}

  /** Links a piece to the new message that carries it. */
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

  /** A piece is sent on the basis of the dossier that announced it. */
  @Override
  public Optional<UUID> of(UUID message) {
    return db.sql("select dossier from enclosed_piece where message = :message")
        .param("message", message)
        .query(UUID.class)
        .optional();
  }

  /** Deletes the selections of one side. */
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
