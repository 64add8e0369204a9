package org.passerelle.protect.letterbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dossier that lies in a letterbox.
 *
 * @param sender organisation of this house
 * @param answer {@code accepted} or {@code declined}; null before
 * @param takenBackAt when the sender took it back; what it told is gone then
 * @param confirmedAt when the reader confirmed that nothing of it is kept
 * @param hasLink whether a link opens it
 * @param codeAt when the code was made that goes with it
 * @param codes how many were made; another ends what was opened before
 * @param locked whether too many wrong codes were tried
 * @param endsAt when it can no longer be opened
 * @param endedAt when somebody ended it before
 * @param mailedAt when something was last mailed, never what
 * @param reminds whether what is to be mailed next reminds of something that is due there
 */
public record Lying(
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

  /** Whether it can be opened at a moment by who has both secrets. */
  public boolean opens(Instant now) {
    return endedAt == null && now.isBefore(endsAt);
  }

  /**
   * What lies in it.
   *
   * @param written by the reader; else put by the sender
   * @param content JSON of the kind
   */
  public record Item(UUID id, boolean written, String kind, String content, Instant at) {}

  /**
   * A file that the reader left, without its content.
   *
   * @param name empty where an earlier version of the house kept it within the content
   */
  public record Left(UUID id, String name, long octets, Instant at) {}
}
