package org.passerelle.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.passerelle.access.SignedIn;
import org.passerelle.language.Language;

/**
 * Personal tokens with which programs act for a user: within the user's current roles, and within
 * the scopes for which the token was issued. Only a digest is stored.
 */
public interface Tokens {
  /** The available scopes. */
  List<String> SCOPES =
      List.of(
          "cases:read",
          "identities:read",
          "cases:write",
          "screenings:read",
          "screenings:write",
          "referrals:read",
          "referrals:write",
          "organisations:read",
          "forms:read");

  /** Longest validity in days. */
  int LONGEST_DAYS = 365;

  /**
   * Issues a token.
   *
   * @param label for the user to recognise it
   * @param expires last day of its validity
   * @return the token itself, which is shown once
   */
  String make(SignedIn who, String label, Set<String> scopes, LocalDate expires);

  /** The user's valid tokens, newest first. */
  List<Token> of(UUID user);

  /** Revokes one of the user's own tokens; revoking it twice has no further effect. */
  void end(SignedIn who, UUID token);

  /**
   * The user for whom a token acts.
   *
   * @return empty if it is unknown, revoked or expired, or its user may no longer sign in
   */
  Optional<Holder> who(String token, Language language);

  /**
   * A token as its owner sees it.
   *
   * @param used when it was last used, to the minute
   */
  record Token(
      UUID id,
      String label,
      List<String> scopes,
      LocalDate expires,
      Instant made,
      @Nullable Instant used) {
    public Token {
      scopes = List.copyOf(scopes);
    }
  }

  /** The user and the scopes of a token. */
  record Holder(SignedIn who, UUID token, Set<String> scopes) {
    public Holder {
      scopes = Set.copyOf(scopes);
    }
  }
}
