package org.passerelle.protect.casework.phone;

import java.util.Locale;

/** Something sent by a phone is refused. Contains a reason code, and none of the content. */
public final class RejectedRecord extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  public RejectedRecord(Reason reason) {
    this(reason, null);
  }

  public RejectedRecord(Reason reason, @org.jspecify.annotations.Nullable Throwable cause) {
    super(reason.code(), cause, false, true);
    this.reason = reason;
  }

  /** Reasons for a refusal, with their HTTP status. */
  public enum Reason {
    /** Made in an organisation other than that of the delivering user. */
    OTHER_ORGANISATION(403),
    /** The phone is not enrolled here. */
    UNKNOWN_PHONE(404),
    /** The user has the maximum number of phones. */
    TOO_MANY_PHONES(409),
    /** The identifier was already used with different bytes. */
    OTHER_CONTENT(409),
    /** Larger than the limit. */
    TOO_LARGE(413),
    /** Truncated or altered in transit. */
    DAMAGED(422),
    /** Encrypted to a key that this node does not have, or no longer has. */
    UNKNOWN_KEY(422),
    /** Not signed by the phone and user that it names. */
    SIGNATURE(422),
    /** Decrypted and verified, but not a valid record. */
    UNREADABLE(422),
    /** Too many requests at once; can be sent again later. */
    BUSY(429);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }

    /** Code as sent and as logged. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Reason reason() {
    return reason;
  }
}
