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
 * Limits on passing on cases that were opened from a dossier which may not be passed on, or was
 * recalled by its sender. Data of such a case go to anybody but the origin only with the origin's
 * permission or, where life and limb or a court cannot wait, with a second person's approval; the
 * origin is then told. Permissions given before a recall are void.
 */
@Component
public class OnwardLimits {
  /** Kinds of disclosures whose details are in accompanying fields. */
  private static final Set<String> PLACES = Set.of(Disclosures.STEP, Disclosures.SCREENED);

  /** Legal bases that do not wait for another organisation's answer. */
  private static final Set<String> URGENT = Set.of("vital_interests", "court_request", "law");

  private final JdbcClient db;

  OnwardLimits(JdbcClient db) {
    this.db = db;
  }

  /**
   * The limit of a case.
   *
   * @param referral referral by which it was received
   * @param origin sender of the referral
   * @param takenBack when the sender recalled it, or null
   */
  public record Limit(UUID referral, UUID origin, @Nullable Instant takenBack) {
    /** Whether a decision made at this time is still valid. */
    public boolean heldSince(Instant decided) {
      return takenBack == null || decided.isAfter(takenBack);
    }
  }

  /**
   * Cases of one organisation that must not be included in an exported file, since such a file can
   * be passed on to anybody. For a referral the origin can be asked.
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

  /** The limit that forbids passing this case on to this recipient without permission. */
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
   * Whether exactly this was permitted by the origin or, if it could not wait, by a second person.
   * Steps of a hand-over are not fields of the dossier; they may go where the dossier may go.
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
