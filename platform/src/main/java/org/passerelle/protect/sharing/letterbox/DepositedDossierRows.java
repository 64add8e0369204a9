package org.passerelle.protect.sharing.letterbox;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;
import org.passerelle.storage.Identifiers;
import org.passerelle.storage.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stores dossiers in letterboxes and their items, each dossier encrypted under a key of its own
 * below the case's.
 */
@Component
public class DepositedDossierRows {
  /** Time for which a letterbox without new items stays open. */
  static final Duration OPEN = Duration.ofDays(30);

  static final String FILE = "letterbox.file";
  private static final String CONTENT = "letterbox_item.content";
  private static final String NAME = "letterbox_item.name";
  private static final String WHY = "letterbox_dossier.taken_back_why";
  private final JdbcClient db;
  private final Vault vault;
  private final Identifiers identifiers;
  private final Clock clock;

  DepositedDossierRows(JdbcClient db, Vault vault, Identifiers identifiers, Clock clock) {
    this.db = db;
    this.vault = vault;
    this.identifiers = identifiers;
    this.clock = clock;
  }

  Optional<DepositedDossier> find(UUID referral) {
    return db.sql("select * from letterbox_dossier where referral = :referral")
        .param("referral", referral)
        .query(DepositedDossier::of)
        .optional();
  }

  /** Adds a dossier, under a key of its own below the case's. */
  void open(UUID referral, UUID letterbox, UUID sender) {
    UUID file = caseOf(referral).orElseThrow();
    UUID key = identifiers.next();
    vault.createKey(key, file);
    db.sql(
            """
            insert into letterbox_dossier
              (referral, letterbox, sender, sealed_under, put_at, codes, wrong, ends_at, mail_due_at, mail_tries)
            values (:referral, :letterbox, :sender, :key, :now, 0, 0, :ends, :now, 0)
            """)
        .param("referral", referral)
        .param("letterbox", letterbox)
        .param("sender", sender)
        .param("key", key)
        .param("now", now())
        .param("ends", now().plus(OPEN))
        .update();
  }

  Optional<UUID> caseOf(UUID referral) {
    return db.sql("select case_id from referral_outline where id = :id")
        .param("id", referral)
        .query(UUID.class)
        .optional();
  }

  /** Locks a dossier until the transaction ends. */
  void hold(UUID referral) {
    db.sql("update letterbox_dossier set wrong = wrong where referral = :referral")
        .param("referral", referral)
        .update();
  }

  /**
   * Adds an item. The dossier must be locked.
   *
   * @return false if this identifier is already used in this or another letterbox
   */
  boolean put(DepositedDossier dossier, UUID id, boolean written, String kind, String content) {
    byte[] sealed = vault.seal(dossier.sealedUnder(), CONTENT, content);
    return put(dossier, id, written, kind, sealed, null, null);
  }

  /** Adds a file uploaded by the guest. */
  boolean putFile(DepositedDossier dossier, UUID id, String name, byte[] content) {
    return put(
        dossier,
        id,
        true,
        FILE,
        vault.sealBytes(dossier.sealedUnder(), CONTENT, content),
        vault.seal(dossier.sealedUnder(), NAME, name),
        (long) content.length);
  }

  private boolean put(
      DepositedDossier dossier,
      UUID id,
      boolean written,
      String kind,
      byte[] content,
      byte @Nullable [] name,
      @Nullable Long octets) {
    return db.sql(
                """
                insert into letterbox_item (id, referral, number, written, kind, content, name, octets, at)
                values (:id, :referral,
                        1 + (select count(*) from letterbox_item i where i.referral = :referral),
                        :written, :kind, :content, :name, :octets, :now)
                on conflict do nothing
                """)
            .param("id", id)
            .param("referral", dossier.referral())
            .param("written", written)
            .param("kind", kind)
            .param("content", content)
            .param("name", name)
            .param("octets", octets)
            .param("now", now())
            .update()
        == 1;
  }

  /** Whether an item with this identifier exists in this or another letterbox. */
  boolean has(UUID id) {
    return db.sql("select count(*) from letterbox_item where id = :id")
            .param("id", id)
            .query(Integer.class)
            .single()
        > 0;
  }

  /** All items except files, oldest first. */
  List<DepositedDossier.Item> items(DepositedDossier dossier) {
    return db.sql(
            """
            select * from letterbox_item where referral = :referral and kind <> :file order by number
            """)
        .param("referral", dossier.referral())
        .param("file", FILE)
        .query(
            (row, i) ->
                new DepositedDossier.Item(
                    row.getObject("id", UUID.class),
                    row.getBoolean("written"),
                    row.getString("kind"),
                    vault.open(dossier.sealedUnder(), CONTENT, row.getBytes("content")),
                    Columns.instant(row, "at")))
        .list();
  }

  /**
   * Files uploaded by the guest, oldest first, without their contents. Those stored by an earlier
   * version have no name here.
   */
  List<DepositedDossier.Left> files(DepositedDossier dossier) {
    return db.sql(
            """
            select id, name, octets, at, length(content) as sealed from letterbox_item
             where referral = :referral and kind = :file order by number
            """)
        .param("referral", dossier.referral())
        .param("file", FILE)
        .query(
            (row, i) -> {
              byte[] name = row.getBytes("name");
              return new DepositedDossier.Left(
                  row.getObject("id", UUID.class),
                  name == null ? "" : vault.open(dossier.sealedUnder(), NAME, name),
                  name == null ? row.getLong("sealed") : row.getLong("octets"),
                  Columns.instant(row, "at"));
            })
        .list();
  }

  /** The encrypted content of a file; includes the name if an earlier version stored it. */
  Optional<byte[]> content(DepositedDossier dossier, UUID file) {
    return db.sql(
            "select content from letterbox_item where referral = :referral and kind = :file and id = :id")
        .param("referral", dossier.referral())
        .param("file", FILE)
        .param("id", file)
        .query(byte[].class)
        .optional()
        .map(kept -> vault.openBytes(dossier.sealedUnder(), CONTENT, kept));
  }

  /** Something new arrived: extends the expiry and schedules a notification. */
  void renewed(UUID referral) {
    db.sql(
            """
            update letterbox_dossier set ends_at = :ends, mail_due_at = :now, mail_tries = 0, mail_reminds = false
             where referral = :referral
            """)
        .param("ends", now().plus(OPEN))
        .param("now", now())
        .param("referral", referral)
        .update();
  }

  void answered(UUID referral, @Nullable String answer) {
    db.sql("update letterbox_dossier set answer = :answer where referral = :referral")
        .param("answer", answer)
        .param("referral", referral)
        .update();
  }

  /**
   * Deletes a recalled dossier with its key. If access was closed, a new code leads to the
   * confirmation.
   *
   * @param why the sender's explanation, or empty; kept until the guest confirms, under the key of
   *     the sender's organisation, since it says nothing about the person
   */
  void takenBack(DepositedDossier dossier, String why) {
    db.sql("delete from letterbox_item where referral = :referral")
        .param("referral", dossier.referral())
        .update();
    vault.destroyAtCommit(Stream.of(dossier.sealedUnder()).filter(vault::holds).toList());
    db.sql(
            """
            update letterbox_dossier
               set taken_back_at = coalesce(taken_back_at, :now), taken_back_why = coalesce(:why, taken_back_why), mail_due_at = :now, mail_tries = 0, ends_at = :ends, mail_reminds = false,
                   code = case when ended_at is null then code end, code_at = case when ended_at is null then code_at end,
                   ended_at = case when confirmed_at is null then null else ended_at end
             where referral = :referral
            """)
        .param("now", now())
        .param("why", why.isEmpty() ? null : vault.seal(dossier.sender(), WHY, why))
        .param("ends", now().plus(OPEN))
        .param("referral", dossier.referral())
        .update();
  }

  /** Why the sender recalled a dossier, or empty. */
  String why(DepositedDossier dossier) {
    return db.sql("select taken_back_why from letterbox_dossier where referral = :referral")
        .param("referral", dossier.referral())
        .query((row, i) -> Optional.ofNullable(row.getBytes(1)))
        .single()
        .map(kept -> vault.open(dossier.sender(), WHY, kept))
        .orElse("");
  }

  void confirmed(UUID referral) {
    db.sql(
            """
            update letterbox_dossier
               set confirmed_at = coalesce(confirmed_at, :now), ended_at = coalesce(ended_at, :now), taken_back_why = null
             where referral = :referral
            """)
        .param("now", now())
        .param("referral", referral)
        .update();
  }

  void read(UUID referral) {
    db.sql(
            """
            update letterbox_dossier set first_read_at = coalesce(first_read_at, :now), last_read_at = :now
             where referral = :referral
            """)
        .param("now", now())
        .param("referral", referral)
        .update();
  }

  void end(UUID referral) {
    db.sql(
            """
            update letterbox_dossier set ended_at = :now where referral = :referral and ended_at is null
            """)
        .param("now", now())
        .param("referral", referral)
        .update();
  }

  OffsetDateTime now() {
    return Columns.at(clock.instant());
  }
}
