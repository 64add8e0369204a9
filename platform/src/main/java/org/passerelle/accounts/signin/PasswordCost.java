package org.passerelle.accounts.signin;

/**
 * The cost of an Argon2id hash.
 *
 * @param kibibytes memory
 * @param passes passes over that memory
 */
public record PasswordCost(int kibibytes, int passes) {
  /**
   * The cost from the OWASP Password Storage Cheat Sheet. No setting lowers it: only a test can
   * supply another, as a bean.
   */
  public static final PasswordCost EARNEST = new PasswordCost(19 * 1024, 2);
}
