package org.passerelle.accounts.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody types as second factor: the digits of an app, or a recovery code. */
@Component
class Codes {
  private final Totp totp;
  private final RecoveryCodes recovery;

  Codes(Totp totp, RecoveryCodes recovery) {
    this.totp = totp;
    this.recovery = recovery;
  }

  /** What a code was. */
  enum Accepted {
    NONE,
    TOTP,
    RECOVERY;

    /** As the log names it. */
    String factor() {
      return this == RECOVERY ? "recovery-code" : "totp";
    }
  }

  /**
   * Whether the code is right; it is then used up.
   *
   * @param account null for an unknown login, which takes as long
   * @param otherwiseRight whether everything else was right; if not, the answer is no and the code
   *     stays unused
   */
  Accepted accept(@Nullable Account account, String code, boolean otherwiseRight) {
    if (RecoveryCodes.looksLike(code)) {
      boolean right = otherwiseRight && account != null && recovery.accept(account.id(), code);
      return right ? Accepted.RECOVERY : Accepted.NONE;
    }
    return totp.accept(account, code, otherwiseRight) ? Accepted.TOTP : Accepted.NONE;
  }
}
