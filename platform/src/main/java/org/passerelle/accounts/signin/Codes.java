package org.passerelle.accounts.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Verifies a second factor that was typed: the digits of an app, or a recovery code. */
@Component
class Codes {
  private final Totp totp;
  private final RecoveryCodes recovery;

  Codes(Totp totp, RecoveryCodes recovery) {
    this.totp = totp;
    this.recovery = recovery;
  }

  /** Result of verifying a code. */
  enum Accepted {
    NONE,
    TOTP,
    RECOVERY;

    /** Name of the factor in the audit log. */
    String factor() {
      return this == RECOVERY ? "recovery-code" : "totp";
    }
  }

  /**
   * Verifies a code and consumes it if it is right.
   *
   * @param signInAccount null for an unknown login, for which the check takes as long
   * @param otherwiseRight whether everything else was right; if not, the code is rejected and stays
   *     unused
   */
  Accepted accept(@Nullable SignInAccount signInAccount, String code, boolean otherwiseRight) {
    if (RecoveryCodes.looksLike(code)) {
      boolean right =
          otherwiseRight && signInAccount != null && recovery.accept(signInAccount.id(), code);
      return right ? Accepted.RECOVERY : Accepted.NONE;
    }
    return totp.accept(signInAccount, code, otherwiseRight) ? Accepted.TOTP : Accepted.NONE;
  }
}
