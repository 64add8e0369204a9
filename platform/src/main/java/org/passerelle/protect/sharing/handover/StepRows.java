package org.passerelle.protect.sharing.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Days;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.SealedJson;
import org.passerelle.storage.UuidArray;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores recorded steps. Each side's copy is encrypted under its own key, the case's for the sender
 * and the dossier's for the recipient, so that it cannot be read after an erasure.
 */
@Component
class StepRows {
  private static final String CONTENT = "hand_over_step.content";

  private static final String STOPPED =
      """
      update hand_over set stopped_at = cast(:now as timestamp with time zone)
       where id = :id and organisation = :organisation
      """;
  private static final String MISSING =
      """
      update hand_over set missing_at = cast(:now as timestamp with time zone), found_at = null
       where id = :id and organisation = :organisation
      """;
  private static final String FOUND =
      """
      update hand_over set missing_at = null, found_at = cast(:now as timestamp with time zone)
       where id = :id and organisation = :organisation and missing_at is not null
      """;
  private final JdbcClient db;
  private final SealedJson sealed;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  StepRows(JdbcClient db, SealedJson sealed, Vault vault, Identifiers identifiers, Clock clock) {
    this.vault = vault;
    this.db = db;
    this.sealed = sealed;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** All recorded steps, oldest first. */
  List<RecordedStep> of(HandOver handOver) {
    return db.sql(
            """
            select * from hand_over_step
             where hand_over = :id and organisation = :organisation order by number
            """)
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .query((row, i) -> taken(row))
        .list();
  }

  /** Stores a step recorded here and returns its identifier. The hand-over must be locked. */
  UUID keep(HandOver handOver, RecordedStep.Draft draft, SignedIn who) {
    UUID id = identifiers.next();
    keep(id, handOver, who.organisation(), draft, who.user(), clock.instant());
    return id;
  }

  /** Stores a step recorded by the other side, with the time at which it was recorded there. */
  boolean came(UUID id, HandOver handOver, RecordedStep.Draft draft, Instant at) {
    return keep(id, handOver, handOver.other(), draft, null, at);
  }

  /**
   * Stores a step; does nothing if it is already here. Steps are numbered, because a corrected
   * clock may give a later step an earlier time. The hand-over must be locked.
   */
  private boolean keep(
      UUID id,
      HandOver handOver,
      UUID author,
      RecordedStep.Draft draft,
      @Nullable UUID user,
      Instant at) {
    if (here(id, handOver.organisation())) {
      return false;
    }
    if (!keeps(handOver)) {
      mark(handOver, draft);
      return true;
    }
    UUID key = key(handOver);
    db.sql(
            """
            insert into hand_over_step
              (id, organisation, hand_over, number, author, step, state, on_day, sealed_under, content, at, by_user)
            select :id, :organisation, h.id,
                   1 + coalesce((select max(s.number) from hand_over_step s
                                 where s.hand_over = h.id and s.organisation = h.organisation), 0),
                   :author, :step, :state, cast(:on as date), cast(:key as uuid), :content, cast(:now as timestamp with time zone),
                   cast(:user as uuid)
              from hand_over h where h.id = :handOver and h.organisation = :organisation
            """)
        .param("id", id)
        .param("organisation", handOver.organisation())
        .param("handOver", handOver.id())
        .param("author", author)
        .param("step", draft.step().code())
        .param("state", draft.state())
        .param("on", draft.on())
        .param("key", key)
        .param("content", sealed.seal(key, CONTENT, draft.details()))
        .param("now", Columns.at(at))
        .param("user", user)
        .update();
    mark(handOver, draft);
    return true;
  }

  /** Copies what every viewer of the hand-over must see into its row, unencrypted. */
  private void mark(HandOver handOver, RecordedStep.Draft draft) {
    if (Journey.STEPS.contains(draft.step())) {
      expect(handOver);
    }
    if (!draft.state().equals("done")) {
      return;
    }
    switch (draft.step()) {
      case RISK -> mark(handOver, STOPPED, draft.tellsOfSafety());
      case NOT_ARRIVED -> mark(handOver, MISSING, true);
      case ARRIVED -> mark(handOver, FOUND, true);
      case FOUND -> {
        mark(handOver, FOUND, true);
        expect(handOver, null);
      }
      default -> {
        // other steps leave the row unchanged
      }
    }
  }

  private void mark(HandOver handOver, String statement, boolean so) {
    db.sql(statement)
        .param("now", so ? Columns.now(clock) : null)
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .update();
  }

  /** Sets the day on which a person who set out is to arrive; null if nobody is on the way. */
  void expect(HandOver handOver, @Nullable LocalDate day) {
    db.sql(
            """
            update hand_over set awaited_on = cast(:day as date)
             where id = :id and organisation = :organisation
            """)
        .param("day", day)
        .param("id", handOver.id())
        .param("organisation", handOver.organisation())
        .update();
  }

  /** Works out anew on which day a person who set out is to arrive. */
  void expect(HandOver handOver) {
    expect(
        handOver,
        Journey.awaited(
            dated(List.of(handOver.id()), handOver.organisation()), Days.newest(clock.instant())));
  }

  /** Arrival dates and given reports of several hand-overs of one side. */
  List<Dated> dated(Collection<UUID> handOvers, UUID organisation) {
    return db.sql(
            """
            select hand_over, step, state, on_day from hand_over_step
             where organisation = :organisation and hand_over = any(cast(:ids as uuid array)) order by number
            """)
        .param("organisation", organisation)
        .param("ids", UuidArray.of(handOvers))
        .query(
            (row, i) ->
                new Dated(
                    row.getObject("hand_over", UUID.class),
                    Step.of(row.getString("step")).orElseThrow(),
                    row.getString("state"),
                    row.getObject("on_day", LocalDate.class)))
        .list();
  }

  /** A step without its details. */
  record Dated(UUID handOver, Step step, String state, @Nullable LocalDate on) {}

  private boolean here(UUID id, UUID organisation) {
    return db.sql("select count(*) from hand_over_step where id = :id and organisation = :owner")
            .param("id", id)
            .param("owner", organisation)
            .query(Integer.class)
            .single()
        > 0;
  }

  /**
   * Whether this side still has the key under which steps are stored. After a revocation it records
   * only where the person is, without remarks.
   */
  boolean keeps(HandOver handOver) {
    return vault.holds(key(handOver));
  }

  private static UUID key(HandOver handOver) {
    return SealedContacts.key(handOver.id(), handOver.sends(), handOver.caseId());
  }

  /** Deletes one side's copies. */
  void forget(UUID handOver, UUID organisation) {
    db.sql("delete from hand_over_step where hand_over = :id and organisation = :organisation")
        .param("id", handOver)
        .param("organisation", organisation)
        .update();
  }

  /** Deletes what one side received from the other. */
  void forget(UUID handOver, UUID organisation, UUID author) {
    db.sql(
            """
            delete from hand_over_step
             where hand_over = :id and organisation = :organisation and author = :author
            """)
        .param("id", handOver)
        .param("organisation", organisation)
        .param("author", author)
        .update();
  }

  private RecordedStep taken(ResultSet row) throws SQLException {
    return new RecordedStep(
        row.getObject("id", UUID.class),
        row.getObject("author", UUID.class),
        Step.of(row.getString("step")).orElseThrow(),
        row.getString("state"),
        row.getObject("on_day", LocalDate.class),
        sealed.open(
            row.getObject("sealed_under", UUID.class),
            CONTENT,
            row.getBytes("content"),
            RecordedStep.Details.class),
        Columns.instant(row, "at"));
  }
}
