package org.passerelle.protect.sharing.letterbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.passerelle.access.SignedIn;
import org.passerelle.accounts.FarOrganisations;
import org.passerelle.accounts.Organisation;
import org.passerelle.accounts.PasskeyCeremony;
import org.passerelle.accounts.PasskeyHolders;
import org.passerelle.approval.ActSubject;
import org.passerelle.approval.Approvals;
import org.passerelle.audit.AuditLog;
import org.passerelle.language.Language;
import org.passerelle.language.Wording;
import org.passerelle.outbox.Routes;
import org.passerelle.protect.sharing.enclosure.EnclosedPiece;
import org.passerelle.protect.sharing.referral.correction.Corrections;
import org.passerelle.refusal.NotFound;
import org.passerelle.refusal.Refused;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letterboxes on this node. Each is an organisation elsewhere, to which referrals and hand-overs
 * can be sent; the delivery of messages treats it like a node.
 */
@Service
public class Letterboxes implements FarOrganisations, Routes, PasskeyHolders {
  /**
   * Message types that a guest can handle; questions whether a person is known are not among them.
   */
  private static final Set<String> TAKES =
      Set.of(
          "referral.sent",
          "referral.message",
          Corrections.CORRECTED,
          EnclosedPiece.KIND,
          "referral.revoked",
          "handover.sent",
          "handover.step",
          "consent.withdrawn",
          "person.erased");

  private final JdbcClient db;
  private final Approvals approvals;
  private final Identifiers identifiers;
  private final PasskeyCeremony passkeys;
  private final AuditLog audit;
  private final Clock clock;

  Letterboxes(
      JdbcClient db,
      Approvals approvals,
      Identifiers identifiers,
      PasskeyCeremony passkeys,
      AuditLog audit,
      Clock clock) {
    this.db = db;
    this.approvals = approvals;
    this.identifiers = identifiers;
    this.passkeys = passkeys;
    this.audit = audit;
    this.clock = clock;
  }

  /** All letterboxes, by country. */
  @Transactional(readOnly = true)
  public List<Letterbox> letterboxes() {
    return db.sql("select * from letterbox order by country, name_en, id")
        .query(Letterboxes::letterbox)
        .list();
  }

  @Transactional(readOnly = true)
  public Optional<Letterbox> one(UUID id) {
    return db.sql("select * from letterbox where id = :id")
        .param("id", id)
        .query(Letterboxes::letterbox)
        .optional();
  }

  /**
   * Requests approval for a new letterbox, since whatever is sent there is read there.
   *
   * @throws Refused if this mail address already has one
   */
  @Transactional
  public void propose(Letterbox.Draft draft, SignedIn who) {
    boolean there =
        letterboxes().stream().anyMatch(l -> l.active() && l.mail().equalsIgnoreCase(draft.mail()));
    if (there) {
      throw new Refused("letterbox.refused.there").at("mail");
    }
    approvals.request(
        NewLetterbox.KIND,
        new ActSubject("letterbox", identifiers.next(), who.organisation(), who.organisation()),
        draft.parts(),
        who);
  }

  /** Adds a letterbox after approval. */
  void add(UUID id, Letterbox.Draft draft, SignedIn decidedBy, UUID askedBy) {
    db.sql(
            """
            insert into letterbox
              (id, name_en, name_fr, name_sr, type, country, mail, phone, language, active, added_at, added_by)
            values
              (:id, :name, :name, :name, :type, :country, :mail, :phone, :language, true, :now, :by)
            """)
        .param("id", id)
        .param("name", draft.name())
        .param("type", draft.type())
        .param("country", draft.country())
        .param("mail", draft.mail())
        .param("phone", draft.phone())
        .param("language", draft.language())
        .param("now", Columns.now(clock))
        .param("by", askedBy)
        .update();
    audit.write(
        decidedBy,
        "letterbox.added",
        "letterbox",
        id,
        Map.of("asked-by", askedBy.toString(), "country", draft.country()));
  }

  /** Closes a letterbox: nothing more is sent there, and current visits end at once. */
  @Transactional
  public void end(UUID id, SignedIn who) {
    int ended =
        db.sql("update letterbox set active = false where id = :id and active")
            .param("id", id)
            .update();
    if (ended == 0) {
      throw new NotFound();
    }
    db.sql(
            "update letterbox_dossier set ended_at = :now where letterbox = :id and ended_at is null")
        .param("now", Columns.now(clock))
        .param("id", id)
        .update();
    passkeys.removeAll(id);
    audit.write(who, "letterbox.ended", "letterbox", id, Map.of());
  }

  /** Deletes its passkeys, so that the guest needs a code again. */
  @Transactional
  public void forgetPasskeys(UUID id, SignedIn who) {
    passkeys.removeAll(id);
    audit.write(who, "letterbox.passkeys-removed", "letterbox", id, Map.of());
  }

  /** Number of passkeys created by the guest. */
  public int passkeys(UUID id) {
    return passkeys.count(id);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<String> passkeyHolder(UUID id) {
    return one(id).filter(Letterbox::active).map(l -> l.name().in(new Language(l.language())));
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Organisation> find(UUID id) {
    return one(id).map(Letterboxes::organisation);
  }

  @Override
  @Transactional(readOnly = true)
  public List<Organisation> all() {
    return letterboxes().stream().map(Letterboxes::organisation).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean takes(UUID id, String kind, int version) {
    return TAKES.contains(kind) && one(id).isPresent();
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<UUID> node(UUID recipient) {
    return one(recipient).map(Letterbox::id);
  }

  private static Organisation organisation(Letterbox one) {
    return new Organisation(
        one.id(),
        "letterbox",
        one.name(),
        one.type(),
        one.country(),
        "",
        "",
        one.phone(),
        true,
        one.active(),
        Instant.EPOCH);
  }

  private static Letterbox letterbox(ResultSet row, int number) throws SQLException {
    return new Letterbox(
        row.getObject("id", UUID.class),
        new Wording(
            Map.of(
                "en", row.getString("name_en"),
                "fr", row.getString("name_fr"),
                "sr", row.getString("name_sr"))),
        row.getString("type"),
        row.getString("country"),
        row.getString("mail"),
        row.getString("phone"),
        row.getString("language"),
        row.getBoolean("active"));
  }
}
