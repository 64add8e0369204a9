package org.passerelle.steer.cycle;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.passerelle.PublicProcess;
import org.passerelle.access.SignedIn;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decisions and comments in the database; none is ever deleted. */
@Component
@PublicProcess
class Deliberations {
  private final JdbcClient db;
  private final Identifiers identifiers;
  private final Clock clock;

  Deliberations(JdbcClient db, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  void decided(
      SignedIn who, CycleDocument document, String member, boolean approved, String reason) {
    db.sql(
            """
            insert into cycle_decision (id, document, round, member, approved, reason, by_user, by_name, at)
            values (:id, :document, :round, :member, :approved, :reason, :by, :byName, :at)""")
        .param("id", identifiers.next())
        .param("document", document.id())
        .param("round", document.round())
        .param("member", member)
        .param("approved", approved)
        .param("reason", reason)
        .param("by", who.user())
        .param("byName", who.name())
        .param("at", CycleDocuments.at(clock.instant()))
        .update();
  }

  /** Decisions of the current round, earliest first. */
  List<Decision> decisions(CycleDocument document) {
    return db.sql(
            """
            select member, approved, reason, by_name, at from cycle_decision
            where document = :document and round = :round order by at""")
        .param("document", document.id())
        .param("round", document.round())
        .query(
            (row, n) ->
                new Decision(
                    row.getString("member"),
                    row.getBoolean("approved"),
                    row.getString("reason"),
                    row.getString("by_name"),
                    Columns.instant(row, "at")))
        .list();
  }

  /** Decisions that others made after a moment, latest first, with their documents. */
  List<CycleChange> decidedSince(Instant moment, SignedIn reader, int most) {
    return db.sql(
            """
            select document, member, approved, by_name, at from cycle_decision
            where at > :moment and by_user <> :reader order by at desc limit :most""")
        .param("moment", CycleDocuments.at(moment))
        .param("reader", reader.user())
        .param("most", most)
        .query(
            (row, n) ->
                new CycleChange(
                    row.getObject("document", UUID.class),
                    row.getBoolean("approved")
                        ? CycleChange.What.APPROVED
                        : CycleChange.What.RETURNED,
                    row.getString("member"),
                    row.getString("by_name"),
                    Columns.instant(row, "at")))
        .list();
  }

  /** The same of comments. */
  List<CycleChange> remarkedSince(Instant moment, SignedIn reader, int most) {
    return db.sql(
            """
            select document, by_name, at from cycle_comment
            where at > :moment and by_user <> :reader order by at desc limit :most""")
        .param("moment", CycleDocuments.at(moment))
        .param("reader", reader.user())
        .param("most", most)
        .query(
            (row, n) ->
                new CycleChange(
                    row.getObject("document", UUID.class),
                    CycleChange.What.REMARKED,
                    "",
                    row.getString("by_name"),
                    Columns.instant(row, "at")))
        .list();
  }

  void remarked(SignedIn who, CycleDocument document, String section, String text) {
    db.sql(
            """
            insert into cycle_comment (id, document, section, text, by_user, by_name, at)
            values (:id, :document, :section, :text, :by, :byName, :at)""")
        .param("id", identifiers.next())
        .param("document", document.id())
        .param("section", section)
        .param("text", text)
        .param("by", who.user())
        .param("byName", who.name())
        .param("at", CycleDocuments.at(clock.instant()))
        .update();
  }

  /** Comments of all rounds, earliest first. */
  List<Comment> comments(CycleDocument document) {
    return db.sql(
            """
            select section, text, by_name, at from cycle_comment
            where document = :document order by at""")
        .param("document", document.id())
        .query(
            (row, n) ->
                new Comment(
                    row.getString("section"),
                    row.getString("text"),
                    row.getString("by_name"),
                    Columns.instant(row, "at")))
        .list();
  }
}
