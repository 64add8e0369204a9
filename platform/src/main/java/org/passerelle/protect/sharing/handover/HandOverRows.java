package org.passerelle.protect.sharing.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.protect.casework.cases.CaseSight;
import org.passerelle.protect.casework.urgency.StatedDanger;
import org.passerelle.protect.sharing.referral.dossier.Dossier;
import org.passerelle.protect.sharing.referral.received.ReceivedReferrals;
import org.passerelle.storage.Columns;
import org.passerelle.storage.UuidArray;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores hand-overs. The status is read from the referral that carries a hand-over, so that the two
 * cannot contradict each other.
 */
@Component
class HandOverRows {
  private final JdbcClient db;
  private final CaseSight sight;
  private final SealedContacts contacts;
  private final Clock clock;

  HandOverRows(JdbcClient db, CaseSight sight, SealedContacts contacts, Clock clock) {
    this.db = db;
    this.sight = sight;
    this.contacts = contacts;
    this.clock = clock;
  }

  /** Stores a new hand-over of one side; false if it already has one with this identifier. */
  boolean insert(
      UUID id,
      UUID organisation,
      UUID other,
      boolean sends,
      String purpose,
      Dossier.HandOver frame,
      boolean minor,
      Instant answerBy) {
    return db.sql(
                """
            insert into hand_over
              (id, organisation, other, sends, purpose, returns, minor, acknowledge_by, answer_by, begun_at)
            values
              (:id, :organisation, :other, :sends, :purpose, :returns, :minor, :acknowledge, :answer, :now)
            on conflict do nothing
            """)
            .param("id", id)
            .param("organisation", organisation)
            .param("other", other)
            .param("sends", sends)
            .param("purpose", purpose)
            .param("returns", frame.returns())
            .param("minor", minor)
            .param("acknowledge", Columns.at(Instant.parse(frame.acknowledgeBy())))
            .param("answer", Columns.at(answerBy))
            .param("now", now())
            .update()
        == 1;
  }

  /** Marks that it is intended that another country also has the person. */
  void onPurpose(UUID id, UUID organisation) {
    db.sql("update hand_over set on_purpose = true where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  Optional<HandOver> find(UUID id, UUID organisation) {
    return load(List.of(new Side(id, organisation))).stream().findFirst();
  }

  /** Hand-overs of a case that the reader sees, newest first. */
  List<HandOver> ofCase(UUID caseId, SignedIn who) {
    return load(
        sight
            .sql(
                """
                select h.id, h.organisation from hand_over h
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id
                  join {case c} on c.id = coalesce(r.case_id, q.case_id)
                 where h.organisation = :organisation and c.id = :case and {seen c}
                 order by h.begun_at desc, h.id
                """,
                who)
            .param("case", caseId)
            .query(Side.class)
            .list());
  }

  /**
   * Hand-overs that the reader may open: sent ones of cases that they see, and received ones
   * without a case for those who answer them. Persons missing or on the way come first.
   */
  List<HandOver> mine(SignedIn who, int limit) {
    return load(
        sight
            .sql(
                """
                select h.id, h.organisation from hand_over h
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id
                 where h.organisation = :organisation
                   and (exists (select 1 from {case c}
                                 where c.id = coalesce(r.case_id, q.case_id) and {seen c})
                        or (:contact and q.id is not null and q.case_id is null))
                 order by case when h.missing_at is not null or h.awaited_on is not null then 0 when h.closed_at is not null then 3
                               when r.awaited or q.awaited then 1 else 2 end,
                          h.begun_at desc, h.id
                 limit :limit
                """,
                who)
            .param("contact", ReceivedReferrals.contact(who))
            .param("limit", limit)
            .query(Side.class)
            .list());
  }

  /**
   * Hand-overs of all organisations of the reader's country on this node, for the national
   * coordinator: their status, with persons missing or on the way first. Contents are not read.
   */
  List<HandOver> ofCountry(SignedIn who, int limit) {
    return load(
        db.sql(
                """
                select h.id, h.organisation from hand_over h
                  join organisation_outline o on o.id = h.organisation
                  join organisation_outline own on own.id = :organisation and own.country = o.country
                  left join referral_outline r on h.sends and r.id = h.id
                  left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
                 order by case when h.missing_at is not null or h.awaited_on is not null then 0 when h.closed_at is not null then 3
                               when r.awaited or q.awaited then 1 else 2 end,
                          h.begun_at desc, h.id
                 limit :limit
                """)
            .param("organisation", who.organisation())
            .param("limit", limit)
            .query(Side.class)
            .list());
  }

  /** Loads hand-overs with the state of their referrals, in the order given. */
  List<HandOver> load(List<Side> sides) {
    Map<Side, HandOver> found = new HashMap<>();
    db.sql(
            """
            select h.*, r.case_id as sent_case, r.state as sent_state, r.answered_at as sent_answered,
                   r.recalled_at, r.withdrawal_acknowledged_at,
                   q.case_id as received_case, q.state as received_state, q.answered_at as received_answered,
                   q.withdrawn_at, q.urgency, q.safe_to_contact
              from hand_over h
              left join referral_outline r on h.sends and r.id = h.id
              left join received_referral_outline q on not h.sends and q.id = h.id and q.organisation = h.organisation
             where h.id = any(cast(:ids as uuid array))
            """)
        .param("ids", UuidArray.of(sides.stream().map(Side::id).toList()))
        .query((row, i) -> handOver(row))
        .list()
        .forEach(one -> found.put(new Side(one.id(), one.organisation()), one));
    return sides.stream().map(found::get).filter(Objects::nonNull).toList();
  }

  /** Key of a hand-over: its identifier and the side that stores it. */
  record Side(UUID id, UUID organisation) {}

  /**
   * Locks a hand-over until the transaction ends, so that its steps are recorded one after another.
   */
  void hold(UUID id, UUID organisation) {
    db.sql(
            "update hand_over set begun_at = begun_at where id = :id and organisation = :organisation")
        .param("id", id)
        .param("organisation", organisation)
        .update();
  }

  /** Records the acknowledgement; false if it was already acknowledged or is over. */
  boolean acknowledge(HandOver handOver, String contact) {
    return db.sql(
                """
                update hand_over set acknowledged_at = :now, contact_sealed = :contact
                 where id = :id and organisation = :organisation and acknowledged_at is null and closed_at is null
                """)
            .param("now", now())
            .param("contact", contacts.seal(handOver, contact))
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  /**
   * Closes a hand-over; false if it is closed already. A person who set out meanwhile is still
   * awaited.
   *
   * @param told the message that tells the other side, or null if it was the other side that closed
   */
  boolean close(HandOver handOver, String outcome, @Nullable UUID told) {
    return db.sql(
                """
                update hand_over set closed_at = :now, outcome = :outcome, closing = :told
                 where id = :id and organisation = :organisation and closed_at is null
                """)
            .param("now", now())
            .param("outcome", outcome)
            .param("told", told)
            .param("id", handOver.id())
            .param("organisation", handOver.organisation())
            .update()
        == 1;
  }

  private HandOver handOver(ResultSet row) throws SQLException {
    boolean sends = row.getBoolean("sends");
    String side = sends ? "sent" : "received";
    UUID id = row.getObject("id", UUID.class);
    UUID caseId = row.getObject(side + "_case", UUID.class);
    String state = state(row, row.getString(side + "_state"));
    // nobody has to hurry any more once it is over
    boolean warns = !sends && state.equals("open");
    HandOver found =
        new HandOver(
            id,
            row.getObject("organisation", UUID.class),
            row.getObject("other", UUID.class),
            sends,
            caseId,
            warns
                ? StatedDanger.of(row.getString("urgency"), row.getString("safe_to_contact"))
                : StatedDanger.NONE,
            row.getString("purpose"),
            row.getBoolean("returns"),
            row.getBoolean("minor"),
            Columns.instant(row, "acknowledge_by"),
            Columns.instant(row, "answer_by"),
            Columns.instant(row, "begun_at"),
            Columns.instantOrNull(row, "acknowledged_at"),
            contacts.open(SealedContacts.key(id, sends, caseId), row.getBytes("contact_sealed")),
            Columns.instantOrNull(row, side + "_answered"),
            Columns.instantOrNull(row, "to_deputy_at"),
            Columns.instantOrNull(row, "to_country_at"),
            Columns.instantOrNull(row, "stopped_at"),
            Columns.instantOrNull(row, "missing_at"),
            Columns.instantOrNull(row, "found_at"),
            row.getObject("awaited_on", LocalDate.class),
            row.getBoolean("on_purpose"),
            state,
            row.getString("outcome"),
            Columns.instantOrNull(row, "closed_at"),
            false);
    return row.getObject("recalled_at") == null
        ? found
        : found.recalled(row.getObject("withdrawal_acknowledged_at") != null);
  }

  private static String state(ResultSet row, @Nullable String carried) throws SQLException {
    if (row.getObject("closed_at") != null) {
      return "closed";
    }
    if (carried == null || row.getObject("withdrawn_at") != null) {
      return "ended";
    }
    return switch (carried) {
      case "draft" -> "draft";
      case "declined" -> "refused";
      case "revoked", "stopped" -> "ended";
      default -> "open";
    };
  }

  private OffsetDateTime now() {
    return Columns.at(clock.instant());
  }
}
