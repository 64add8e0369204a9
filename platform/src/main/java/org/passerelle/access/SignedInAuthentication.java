package org.passerelle.access;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** Spring Security's view of {@link SignedIn}. */
public final class SignedInAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;
  private final SignedIn who;
  private final UUID session;

  /** Scopes of a personal token; null for a browser. */
  private final @Nullable Set<String> scopes;

  /**
   * @param who the user
   * @param session identifier of their session as listed on the account page
   */
  public SignedInAuthentication(SignedIn who, UUID session) {
    this(who, session, null);
  }

  private SignedInAuthentication(SignedIn who, UUID session, @Nullable Set<String> scopes) {
    super(AuthorityUtils.createAuthorityList(who.roles().stream().map(r -> "ROLE_" + r).toList()));
    this.who = who;
    this.session = session;
    this.scopes = scopes;
    setAuthenticated(true);
  }

  /** A program that acts for a user with a personal token. */
  public static SignedInAuthentication byToken(SignedIn who, UUID token, Set<String> scopes) {
    return new SignedInAuthentication(who, token, scopes);
  }

  /**
   * Whether a handler with this scope may be called; a handler without scope only from a browser.
   */
  public boolean allows(@Nullable Scope scope) {
    Set<String> given = scopes;
    return given == null ? scope == null : scope != null && given.contains(scope.value());
  }

  /** Whether a program acts. */
  public boolean isByToken() {
    return scopes != null;
  }

  @Override
  public SignedIn getPrincipal() {
    return who;
  }

  @Override
  public @Nullable Object getCredentials() {
    return null;
  }

  /** Identifier of the user's session. */
  public UUID session() {
    return session;
  }

  @Override
  public String getName() {
    return who.user().toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInAuthentication a
        && who.equals(a.who)
        && session.equals(a.session);
  }

  @Override
  public int hashCode() {
    return Objects.hash(who, session);
  }
}
