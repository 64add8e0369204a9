package org.passerelle.notice;

import java.time.LocalTime;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody wants to be told.
 *
 * @param mail address, or empty
 * @param byMail what they want a mail for
 * @param onDevices what they want on their devices for
 * @param quiet when they are not told what can wait, or null
 */
public record Wish(
    UUID user,
    String mail,
    Set<NoticeKind> byMail,
    Set<NoticeKind> onDevices,
    @Nullable Quiet quiet) {
  public Wish {
    byMail = Set.copyOf(byMail);
    onDevices = Set.copyOf(onDevices);
  }

  /** Of somebody who has said nothing yet: on devices that they add, everything. */
  static Wish none(UUID user) {
    return new Wish(user, "", Set.of(), Set.of(NoticeKind.values()), null);
  }

  /** Whether a mail is wanted for it, and could be sent. */
  public boolean mails(NoticeKind kind) {
    return !mail.isEmpty() && byMail.contains(kind);
  }

  /**
   * Hours of every day, where the organisation works.
   *
   * @param from included
   * @param until not included; before {@code from} where a night is meant
   */
  public record Quiet(LocalTime from, LocalTime until) {
    /** Whether it is one of them. */
    public boolean holds(LocalTime now) {
      boolean after = !now.isBefore(from);
      boolean before = now.isBefore(until);
      return from.isBefore(until) ? after && before : after || before;
    }
  }
}
