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
 * Personal tokens with which programs act for a user: within the user's roles as they are now, and
 * within the scopes that the token was made for. Only a digest is stored.
 */
public interface Tokens {
  /** What a token can be made for. */
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

  /** Most days that a token lasts. */
  int LONGEST_DAYS = 365;

  /**
   * Makes a token.
   *
   * @param label for the user to recognise it
   * @param expires last day on which it works
   * @return the token itself, which is shown once
   */
  String make(SignedIn who, String label, Set<String> scopes, LocalDate expires);

  /** The user's tokens that still work, newest first. */
  List<Token> of(UUID user);

  /** Ends a token of one's own; a second time changes nothing. */
  void end(SignedIn who, UUID token);

  /**
   * Whoever a token acts for.
   *
   * @return nothing if it is unknown, ended or expired, or its user may no longer sign in
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

  /** For whom, and for what. */
  record Holder(SignedIn who, UUID token, Set<String> scopes) {
    public Holder {
      scopes = Set.copyOf(scopes);
    }
  }
}
