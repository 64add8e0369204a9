package org.passerelle.protect.sharing.letterbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.storage.Columns;

/**
 * A dossier deposited in a letterbox.
 *
 * @param sender organisation on this node
 * @param answer {@code accepted} or {@code declined}; null until answered
 * @param takenBackAt when the sender recalled it; its contents are deleted then
 * @param confirmedAt when the reader confirmed that nothing of it is kept
 * @param hasLink whether there is a link that opens it
 * @param codeAt when its current code was created
 * @param codes number of codes created; a new code ends visits opened with an earlier one
 * @param locked whether too many wrong codes were tried
 * @param endsAt when it expires
 * @param endedAt when somebody closed it before that
 * @param mailedAt when the last notification was mailed
 * @param reminds whether the next mail is a reminder of something due
 */
public record DepositedDossier(
    UUID referral,
    UUID letterbox,
    UUID sender,
    UUID sealedUnder,
    Instant putAt,
    @Nullable String answer,
    @Nullable Instant takenBackAt,
    @Nullable Instant confirmedAt,
    boolean hasLink,
    @Nullable Instant codeAt,
    int codes,
    boolean locked,
    @Nullable Instant firstReadAt,
    @Nullable Instant lastReadAt,
    Instant endsAt,
    @Nullable Instant endedAt,
    @Nullable Instant mailedAt,
    int mailTries,
    boolean reminds) {

  /** Whether it can be opened at this time with both secrets. */
  public boolean opens(Instant now) {
    return endedAt == null && now.isBefore(endsAt);
  }

  /** One row of {@code letterbox_dossier}. */
  public static DepositedDossier of(ResultSet row, int number) throws SQLException {
    return new DepositedDossier(
        row.getObject("referral", UUID.class),
        row.getObject("letterbox", UUID.class),
        row.getObject("sender", UUID.class),
        row.getObject("sealed_under", UUID.class),
        Columns.instant(row, "put_at"),
        row.getString("answer"),
        Columns.instantOrNull(row, "taken_back_at"),
        Columns.instantOrNull(row, "confirmed_at"),
        row.getString("link") != null,
        Columns.instantOrNull(row, "code_at"),
        row.getInt("codes"),
        row.getInt("wrong") >= Secret.TRIES,
        Columns.instantOrNull(row, "first_read_at"),
        Columns.instantOrNull(row, "last_read_at"),
        Columns.instant(row, "ends_at"),
        Columns.instantOrNull(row, "ended_at"),
        Columns.instantOrNull(row, "mailed_at"),
        row.getInt("mail_tries"),
        row.getBoolean("mail_reminds"));
  }

  /**
   * An item in the letterbox.
   *
   * @param written whether the guest wrote it, rather than the sender
   * @param content JSON of its type
   */
  public record Item(UUID id, boolean written, String kind, String content, Instant at) {}

  /**
   * A file uploaded by the guest, without its content.
   *
   * @param name empty if an earlier version stored it within the content
   */
  public record Left(UUID id, String name, long octets, Instant at) {}
}
