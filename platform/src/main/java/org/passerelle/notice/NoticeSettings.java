package org.passerelle.notice;

import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A user's settings for notices.
 *
 * @param mail address, or empty
 * @param byMail kinds to be sent by mail
 * @param onDevices kinds to be sent to devices
 * @param quiet quiet hours for whatever can wait, or null
 */
public record NoticeSettings(
    UUID user,
    String mail,
    Set<NoticeKind> byMail,
    Set<NoticeKind> onDevices,
    @Nullable Quiet quiet) {
  public NoticeSettings {
    byMail = Set.copyOf(byMail);
    onDevices = Set.copyOf(onDevices);
  }

  /** The default: everything, on devices that they add. */
  static NoticeSettings none(UUID user) {
    return new NoticeSettings(user, "", Set.of(), Set.of(NoticeKind.values()), null);
  }

  /** Whether mail is wanted for a kind, and could be sent. */
  public boolean mails(NoticeKind kind) {
    return !mail.isEmpty() && byMail.contains(kind);
  }

  /**
   * Daily quiet hours, in the organisation's time zone.
   *
   * @param from inclusive
   * @param until exclusive; before {@code from} for a night
   */
  public record Quiet(LocalTime from, LocalTime until) {
    /** Whether a time is within the quiet hours. */
    public boolean holds(LocalTime now) {
      boolean after = !now.isBefore(from);
      boolean before = now.isBefore(until);
      return from.isBefore(until) ? after && before : after || before;
    }
  }
}
