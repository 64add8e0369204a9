package org.passerelle.protect.sharing.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.audit.AuditLog;
import org.passerelle.outbox.Ending;
import org.passerelle.outbox.MessageEnded;
import org.passerelle.protect.casework.cases.CaseLock;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.UuidArray;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Records disclosures: to whom, which fields, on which version of which basis, and whether they
 * arrived.
 */
@Service
public class Disclosures {
  /** Another organisation was asked whether it knows the person; nothing readable was sent. */
  public static final String ASKED = "asked_elsewhere";

  /** An organisation that asked was told that the person may be known here. */
  public static final String KNOWN = "known_here";

  /** A step of a hand-over was reported to the receiving country. */
  public static final String STEP = "hand_over_step";

  /** A free-text message about a referral was sent. */
  public static final String WORDS = "referral_message";

  /** Screening answers were shared at a border desk; the fields state their categories. */
  public static final String SCREENED = "joint_screening";

  /** A transfer of the case was offered to another organisation of the node. */
  public static final String OFFERED = "transfer_offered";

  /** The case was transferred to another organisation with everything in it. */
  public static final String TRANSFERRED = "case_transferred";

  private final JdbcClient db;
  private final AuditLog audit;
  private final Identifiers identifiers;
  private final CaseLock lock;
  private final BasisLock bases;
  private final Clock clock;

  Disclosures(
      JdbcClient db,
      AuditLog audit,
      Identifiers identifiers,
      CaseLock lock,
      BasisLock bases,
      Clock clock) {
    this.lock = lock;
    this.bases = bases;
    this.db = db;
    this.audit = audit;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  /** Records a disclosure in the transaction that queues its message; its basis must stand. */
  @Transactional
  public void record(Draft draft, SignedIn who) {
    bases.holdStanding(draft.basis);
    insert(draft, who.organisation(), "queued", who);
    audit.write(who, "disclosure.made", "case", draft.caseId, detail(draft));
  }

  /**
   * Records what a recipient on the same node extracted on a basis that names it; nothing is sent.
   *
   * @param organisation organisation of the case, in whose log it is recorded
   */
  @Transactional
  public void recordTaken(Draft draft, UUID organisation, SignedIn who) {
    insert(draft, organisation, "delivered", who);
    Map<String, String> detail = new TreeMap<>(detail(draft));
    detail.put("by", who.user().toString());
    audit.writeByHouse(organisation, "disclosure.taken", "case", draft.caseId, detail);
  }

  private static Map<String, String> detail(Draft draft) {
    return Map.of(
        "recipient", draft.recipient.toString(),
        "basis", draft.basis.toString(),
        "fields", String.join(",", draft.fields));
  }

  private void insert(Draft draft, UUID organisation, String state, SignedIn who) {
    UUID id = identifiers.next();
    lock.againstErasure(draft.caseId);
    db.sql(
            """
            insert into disclosure
              (id, organisation, case_id, recipient, basis_kind, basis, basis_version, purpose, fields, onward, message,
               referral, state, at, by_user)
            values
              (:id, :organisation, :case, :recipient, :kind, :basis, :version, :purpose, :fields, :onward, :message,
               :referral, :state, :at, :user)
            """)
        .param("id", id)
        .param("organisation", organisation)
        .param("state", state)
        .param("case", draft.caseId)
        .param("recipient", draft.recipient)
        .param("kind", draft.basisKind)
        .param("basis", draft.basis)
        .param("version", draft.basisVersion)
        .param("purpose", draft.purpose)
        .param("fields", String.join(",", draft.fields))
        .param("onward", draft.onward)
        .param("message", draft.message)
        .param("referral", draft.referral)
        .param("at", Columns.now(clock))
        .param("user", who.user())
        .update();
  }

  /** Disclosures of a case, newest first. */
  @Transactional(readOnly = true)
  public List<Disclosure> of(UUID caseId) {
    return db.sql("select * from disclosure where case_id = :case order by at desc, id")
        .param("case", caseId)
        .query(Disclosures::disclosure)
        .list();
  }

  /** What arrived of some cases, the oldest first; not what another organisation took over. */
  @Transactional(readOnly = true)
  public List<Disclosure> delivered(Collection<UUID> cases) {
    return db
        .sql(
            """
            select * from disclosure
             where case_id = any(cast(:cases as uuid array)) and state = 'delivered'
             order by at, id
            """)
        .param("cases", UuidArray.of(cases))
        .query(Disclosures::disclosure)
        .list()
        .stream()
        .filter(one -> !one.byTransfer())
        .toList();
  }

  /** Disclosures that rest on a basis. */
  @Transactional(readOnly = true)
  public List<Disclosure> onBasis(UUID basis) {
    return db.sql("select * from disclosure where basis = :basis order by at, id")
        .param("basis", basis)
        .query(Disclosures::disclosure)
        .list();
  }

  /** The disclosure carried by a message. */
  @Transactional(readOnly = true)
  public Optional<Disclosure> carriedBy(UUID message) {
    return db.sql("select * from disclosure where message = :message")
        .param("message", message)
        .query(Disclosures::disclosure)
        .optional();
  }

  /** The referrals that a message tells of. */
  @Transactional(readOnly = true)
  public List<UUID> referrals(UUID message) {
    return db.sql("select distinct referral from disclosure where message = :message")
        .param("message", message)
        .query(UUID.class)
        .list();
  }

  /** Whether anything of a referral arrived. */
  @Transactional(readOnly = true)
  public boolean arrived(UUID referral) {
    return db.sql(
                "select count(*) from disclosure where referral = :referral and state = 'delivered'")
            .param("referral", referral)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** Whether anything of a referral arrived but with this message. */
  @Transactional(readOnly = true)
  public boolean arrivedBeside(UUID referral, UUID message) {
    return db.sql(
                """
                select count(*) from disclosure
                 where referral = :referral and message <> :message and state = 'delivered'
                """)
            .param("referral", referral)
            .param("message", message)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** The message arrived, or will not leave. */
  @EventListener
  void on(MessageEnded ended) {
    if (ended.how() == Ending.DELIVERED || ended.how() == Ending.LEFT) {
      set(ended.message(), "delivered");
      return;
    }
    set(ended.message(), "stopped");
  }

  private void set(UUID message, String state) {
    db.sql("update disclosure set state = :state where message = :message and state = 'queued'")
        .param("state", state)
        .param("message", message)
        .update();
  }

  private static Disclosure disclosure(ResultSet row, int number) throws SQLException {
    return new Disclosure(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getObject("organisation", UUID.class),
        row.getObject("recipient", UUID.class),
        row.getString("basis_kind"),
        row.getObject("basis", UUID.class),
        row.getInt("basis_version"),
        row.getString("purpose"),
        Arrays.asList(row.getString("fields").split(",", -1)),
        row.getObject("referral", UUID.class),
        row.getString("state"),
        Columns.instant(row, "at"),
        row.getObject("by_user", UUID.class));
  }

  public record Draft(
      UUID caseId,
      UUID recipient,
      String basisKind,
      UUID basis,
      int basisVersion,
      String purpose,
      List<String> fields,
      boolean onward,
      UUID message,
      UUID referral) {
    public Draft {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A recorded disclosure.
   *
   * @param referral the referral that carried it, or the question whether a person is known
   */
  public record Disclosure(
      UUID id,
      UUID caseId,
      UUID organisation,
      UUID recipient,
      String basisKind,
      UUID basis,
      int basisVersion,
      String purpose,
      List<String> fields,
      UUID referral,
      String state,
      Instant at,
      UUID by) {
    public Disclosure {
      fields = List.copyOf(fields);
    }

    /** Whether it was carried by a question whether a person is known, or by its answer. */
    public boolean byQuestion() {
      return fields.contains(ASKED) || fields.contains(KNOWN);
    }

    /**
     * Whether nothing was sent because the case was offered or transferred to another organisation.
     */
    public boolean byTransfer() {
      return fields.contains(OFFERED) || fields.contains(TRANSFERRED);
    }
  }
}
