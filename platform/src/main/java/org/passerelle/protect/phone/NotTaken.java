package org.passerelle.protect.phone;

import java.util.Locale;

/** Something that a phone brought is not taken. Says why in a code, and nothing of what came. */
public final class NotTaken extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;

  public NotTaken(Reason reason) {
    this(reason, null);
  }

  public NotTaken(Reason reason, @org.jspecify.annotations.Nullable Throwable cause) {
    super(reason.code(), cause, false, true);
    this.reason = reason;
  }

  /** Why something is not taken, with the status that HTTP has for it. */
  public enum Reason {
    /** It was made in another organisation than that of whoever hands it in. */
    OTHER_ORGANISATION(403),
    /** No such phone is enrolled here. */
    UNKNOWN_PHONE(404),
    /** The user has as many phones as one may have. */
    TOO_MANY_PHONES(409),
    /** The same identifier came before with other bytes. */
    OTHER_CONTENT(409),
    /** More bytes than the door takes. */
    TOO_LARGE(413),
    /** Cut off or altered on the way. */
    DAMAGED(422),
    /** Sealed to a key that this node does not have, or no longer. */
    UNKNOWN_KEY(422),
    /** Not signed by the phone and the user that it names. */
    SIGNATURE(422),
    /** Opened and signed, but not a record as agreed. */
    UNREADABLE(422),
    /** Too much at once; later it will be taken. */
    BUSY(429);

    private final int status;

    Reason(int status) {
      this.status = status;
    }

    /** The status. */
    public int status() {
      return status;
    }

    /** As it travels and as it is logged. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Reason reason() {
    return reason;
  }
}
