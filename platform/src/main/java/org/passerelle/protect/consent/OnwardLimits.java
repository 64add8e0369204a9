package org.passerelle.protect.consent;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.protect.Columns;
import org.passerelle.protect.cases.Case;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases that were opened from a dossier which may not be passed on, or which its sender has taken
 * back since. To anybody but its origin, something of them goes only with the origin's permission,
 * or, where life and limb or a court do not wait for it, with a second person's yes; then the
 * origin is told. What was allowed before a dossier was taken back is not allowed any more.
 */
@Component
public class OnwardLimits {
  /** Where something was told; fields beside them say what. */
  private static final Set<String> PLACES = Set.of(Disclosures.STEP, Disclosures.SCREENED);

  /** Legal bases that do not wait for another organisation's answer. */
  private static final Set<String> URGENT = Set.of("vital_interests", "court_request", "law");

  private final JdbcClient db;

  OnwardLimits(JdbcClient db) {
    this.db = db;
  }

  /**
   * What limits a case.
   *
   * @param referral by which it came
   * @param origin who sent it
   * @param takenBack when its sender took it back, or null
   */
  public record Limit(UUID referral, UUID origin, @Nullable Instant takenBack) {
    /** Whether what was decided at this moment still holds. */
    public boolean heldSince(Instant decided) {
      return takenBack == null || decided.isAfter(takenBack);
    }
  }

  /**
   * Those of these cases of one organisation that go into no file: a file can be passed on to
   * anybody, so that nobody could be asked for it. By a referral the origin is asked.
   */
  @Transactional(readOnly = true)
  public Set<UUID> inNoFile(Collection<UUID> cases, UUID organisation) {
    return cases.isEmpty()
        ? Set.of()
        : Set.copyOf(
            db.sql(
                    """
                    select distinct case_id from received_referral
                     where case_id in (:cases) and organisation = :organisation
                       and (not onward or withdrawn_at is not null)
                    """)
                .param("cases", cases)
                .param("organisation", organisation)
                .query(UUID.class)
                .list());
  }

  /** What forbids passing this case on to this recipient without being asked. */
  @Transactional(readOnly = true)
  public Optional<Limit> of(Case file, UUID recipient) {
    return db.sql(
            """
            select id, sender, withdrawn_at from received_referral
             where case_id = :case and organisation = :organisation and sender <> :recipient
               and (not onward or withdrawn_at is not null)
             order by received_at, id limit 1
            """)
        .param("case", file.id())
        .param("organisation", file.organisation())
        .param("recipient", recipient)
        .query(
            (row, i) ->
                new Limit(
                    row.getObject("id", UUID.class),
                    row.getObject("sender", UUID.class),
                    Columns.instantOrNull(row, "withdrawn_at")))
        .optional();
  }

  /**
   * Whether the origin, or a second person where it could not wait, allowed exactly this. What is
   * told on the way of a hand-over is not a field of the dossier; it goes where the dossier may go.
   */
  @Transactional(readOnly = true)
  public boolean allowed(
      Limit limit, Case file, UUID recipient, String purpose, Collection<String> fields) {
    return db
        .sql(
            """
            select fields, coalesce(answered_at, asked_at) as decided from onward_permission
             where origin_referral = :referral and organisation = :organisation and recipient = :recipient
               and purpose = :purpose and state in ('given', 'urgent')
            """)
        .param("referral", limit.referral)
        .param("organisation", file.organisation())
        .param("recipient", recipient)
        .param("purpose", purpose)
        .query(
            (row, i) ->
                limit.heldSince(row.getObject("decided", OffsetDateTime.class).toInstant())
                    ? List.of(row.getString("fields").split(",", -1))
                    : List.<String>of())
        .list()
        .stream()
        .anyMatch(
            allowed -> fields.stream().allMatch(f -> PLACES.contains(f) || allowed.contains(f)));
  }

  /** Whether a basis of this kind does not wait for the origin. */
  public static boolean urgent(String basisKind) {
    return URGENT.contains(basisKind);
  }
}
