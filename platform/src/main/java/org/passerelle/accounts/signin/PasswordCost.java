package org.passerelle.accounts.signin;

/**
 * What one hash of Argon2id costs.
 *
 * @param kibibytes memory
 * @param passes over that memory
 */
public record PasswordCost(int kibibytes, int passes) {
  /**
   * That of the OWASP Password Storage Cheat Sheet. No setting lowers it: only a test can hand in
   * another, as a bean of its own.
   */
  public static final PasswordCost EARNEST = new PasswordCost(19 * 1024, 2);
}
